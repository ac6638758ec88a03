package io.wanqu.simulators.market;

import io.wanqu.simulators.Timeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The refund cases of one shop: at most one for each line. */
public final class AfterSales {

    private final Map<Long, AfterSale> byLine = new ConcurrentHashMap<>();
    private final Timeline<Long> updated = new Timeline<>();

    synchronized AfterSale open(long id, Line line, long now) {
        var fresh = new AfterSale(id, line, AfterSale.Step.APPLIED, now, now);
        var old = byLine.put(line.id(), fresh);
        if (old == null) {
            updated.add(now, line.id(), line.id());
        } else {
            updated.move(old.updatedAt(), now, line.id(), line.id());
        }
        return fresh;
    }

    synchronized AfterSale advance(AfterSale before, AfterSale.Step step, long now) {
        var after = before.now(step, now);
        byLine.put(before.line().id(), after);
        updated.move(before.updatedAt(), now, before.line().id(), before.line().id());
        return after;
    }

    public @Nullable AfterSale find(long lineId) {
        return byLine.get(lineId);
    }

    /** The case of that number, whichever line it is about. */
    public @Nullable AfterSale byId(long id) {
        return byLine.values().stream().filter(sale -> sale.id() == id).findFirst().orElse(null);
    }

    /** Lines by the time their case last moved. */
    public Timeline<Long> updated() {
        return updated;
    }

    /** A refund case as it stands. */
    public record AfterSale(long id, Line line, Step step, long createdAt, long updatedAt) {

        /** How far it has come. */
        public enum Step {
            APPLIED, AGREED, REFUSED, WITHDRAWN
        }

        AfterSale now(Step next, long when) {
            return new AfterSale(id, line, next, createdAt, when);
        }
    }
}
