package io.wanqu.simulators.wire;

import io.wanqu.simulators.SimulatedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps messages until they are fetched and confirmed; what is fetched and not confirmed comes again. */
public final class Mailbox implements Carrier {

    private final SimulatedClock clock;
    private final Duration patience;
    private final Map<String, Map<Long, Entry>> boxes = new HashMap<>();
    private long next;
    private long fetched;
    private long confirmed;

    /** After so long a message that nobody confirmed is handed out again. */
    public Mailbox(SimulatedClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean reaches(String address) {
        return true;
    }

    @Override
    public synchronized void carry(Message message, Duration delay) {
        var ready = clock.millis() + delay.toMillis();
        boxes.computeIfAbsent(message.address(), _ -> new LinkedHashMap<>()).put(++next, new Entry(message, ready));
    }

    /** The oldest messages that are due, each then left alone for a while. */
    public synchronized List<Message> fetch(String address, int atMost) {
        var now = clock.millis();
        var found = new ArrayList<Message>();
        for (var each : boxes.getOrDefault(address, Map.of()).entrySet()) {
            if (found.size() < atMost && each.getValue().dueAt <= now) {
                found.add(each.getValue().message);
                each.setValue(new Entry(each.getValue().message, now + patience.toMillis()));
            }
        }
        fetched += found.size();
        return found;
    }

    /** Forgets the messages of these ids; unknown ones are nothing to worry about. */
    public synchronized void confirm(String address, Collection<String> ids) {
        var box = boxes.getOrDefault(address, Map.of());
        var before = box.size();
        box.values().removeIf(entry -> ids.contains(entry.message.id()));
        confirmed += before - box.size();
    }

    @Override
    public synchronized Counts counts() {
        return new Counts(fetched, confirmed, 0);
    }

    private record Entry(Message message, long dueAt) {
    }
}
