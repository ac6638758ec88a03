package io.wanqu.simulators.market;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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

    /** The next product that is offered is rejected with this sentence. */
    synchronized void rejectNext(String reason) {
        rejections.add(reason);
    }

    /** The seller wants the product on the shelf: to review, or onto the shelf, or back with a reason. */
    public synchronized void offer(Listing listing, long now) {
        var reason = rejections.poll();
        if (reason != null) {
            listing.move(Listing.Status.REJECTED, List.of(reason), now);
        } else {
            listing.move(patient ? Listing.Status.IN_REVIEW : Listing.Status.ON_SHELF, List.of(), now);
        }
    }

    /** Off the shelf, or gone altogether. */
    public void move(Listing listing, Listing.Status status, long now) {
        listing.move(status, List.of(), now);
    }
}
