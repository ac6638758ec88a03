package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Timeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The refund cases of one shop: at most one for each line. */
final class AfterSales {

    private final Map<Long, AfterSale> byLine = new ConcurrentHashMap<>();
    private final Timeline<Long> updated = new Timeline<>();

    synchronized AfterSale open(long id, Line line, long now) {
        var fresh = new AfterSale(id, line, AfterSale.APPLIED, now, now);
        var old = byLine.put(line.id(), fresh);
        if (old == null) {
            updated.add(now, line.id(), line.id());
        } else {
            updated.move(old.updatedAt(), now, line.id(), line.id());
        }
        return fresh;
    }

    synchronized AfterSale advance(AfterSale before, int status, long now) {
        var after = before.now(status, now);
        byLine.put(before.line().id(), after);
        updated.move(before.updatedAt(), now, before.line().id(), before.line().id());
        return after;
    }

    @Nullable AfterSale find(long lineId) {
        return byLine.get(lineId);
    }

    Timeline<Long> updated() {
        return updated;
    }

    /** A refund case as it stands. */
    record AfterSale(long id, Line line, int status, long createdAt, long updatedAt) {

        static final int APPLIED = 6;
        static final int SUCCEEDED = 12;
        static final int REFUSED = 27;
        static final int CLOSED = 28;

        AfterSale now(int newStatus, long when) {
            return new AfterSale(id, line, newStatus, createdAt, when);
        }
    }
}
