package io.wanqu.simulators.market;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The products of one shop, and how strictly the platform looks at new ones. */
public final class Listings {

    private final Map<Long, Listing> byId = new ConcurrentSkipListMap<>();
    private final Deque<String> rejections = new ArrayDeque<>();
    private volatile boolean patient;

    void add(Listing listing) {
        byId.put(listing.id(), listing);
    }

    public @Nullable Listing find(long id) {
        return byId.get(id);
    }

    /** In the order they came. */
    public Collection<Listing> all() {
        return byId.values();
    }

    /** Products stay in review until somebody decides; otherwise the platform decides at once. */
    void review(boolean byHand) {
        patient = byHand;
    }

    /** The next product that is published is refused with this sentence. */
    synchronized void rejectNext(String reason) {
        rejections.add(reason);
    }

    /** Why the platform refuses what a seller wants to publish now, if it does. */
    public synchronized Optional<String> rejection() {
        return Optional.ofNullable(rejections.poll());
    }

    /** The seller wants the product on the shelf: it comes there, or into review. */
    public void offer(Listing listing, long now) {
        listing.move(patient ? Listing.Status.IN_REVIEW : Listing.Status.ON_SHELF, List.of(), now);
    }

    /** Off the shelf, or gone altogether. */
    public void move(Listing listing, Listing.Status status, long now) {
        listing.move(status, List.of(), now);
    }
}
