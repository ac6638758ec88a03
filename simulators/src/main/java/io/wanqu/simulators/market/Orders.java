package io.wanqu.simulators.market;

import io.wanqu.simulators.Timeline;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The orders of one shop by number, by line, and by time. */
public final class Orders {

    private final Map<Long, Order> byId = new ConcurrentHashMap<>();
    private final Map<Long, Line> lines = new ConcurrentHashMap<>();
    private final Timeline<Order> created = new Timeline<>();
    private final Timeline<Order> updated = new Timeline<>();

    void add(Order order) {
        byId.put(order.id(), order);
        order.lines().forEach(line -> lines.put(line.id(), line));
        created.add(order.createdAt(), order.id(), order);
        updated.add(order.updatedAt(), order.id(), order);
    }

    /** Moves the order to a state, perhaps the one it has; only this changes its update time. */
    void advance(Order order, Order.State state, long now) {
        synchronized (order) {
            var before = order.updatedAt();
            order.advance(state, now);
            updated.move(before, now, order.id(), order);
        }
    }

    public @Nullable Order find(long id) {
        return byId.get(id);
    }

    public @Nullable Line findLine(long id) {
        return lines.get(id);
    }

    public Collection<Order> all() {
        return byId.values();
    }

    public Timeline<Order> created() {
        return created;
    }

    public Timeline<Order> updated() {
        return updated;
    }
}
