package io.wanqu.inventory.waiting;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.inventory.WaitingOffered;
import io.wanqu.inventory.HoldAsk;
import io.wanqu.inventory.HoldAsk.Who;
import io.wanqu.inventory.HoldOutcome;
import io.wanqu.inventory.HoldStock;
import io.wanqu.inventory.StockChanged;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.waiting.WaitingRows.Row;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.event.StoredEvent;

import org.springframework.stereotype.Component;

/** Sets stock that comes aside for those who wait, longest wait first, once those who have paid are served. */
@Component
class OfferToWaiting implements EventListener {

    private static final int AT_ONCE = 200;

    private final WaitingRows rows;
    private final HoldStock holdStock;
    private final Pools pools;
    private final PaidWaiting paidWaiting;
    private final EventLog events;
    private final SharedStock shared;

    OfferToWaiting(WaitingRows rows, HoldStock holdStock, Pools pools, PaidWaiting paidWaiting, EventLog events, SharedStock shared) {
        this.rows = rows;
        this.holdStock = holdStock;
        this.pools = pools;
        this.paidWaiting = paidWaiting;
        this.events = events;
        this.shared = shared;
    }

    @Override
    public String cursor() {
        return "inventory.offer-to-waiting";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(StockChanged.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        Map<ShopId, Set<PoolId>> moved = batch.stream().map(event -> event.as(StockChanged.class))
                .filter(event -> event.available() > 0)
                .collect(Collectors.groupingBy(StockChanged::shop, Collectors.mapping(StockChanged::pool, Collectors.toSet())));
        moved.forEach(this::offer);
    }

    /** Most pools that move have nobody waiting. Who joins after this look joins after the stock came, as if he had been later. */
    private void offer(ShopId shop, Set<PoolId> moved) {
        var waitedFor = pools.waitedFor(shop, moved);
        if (!waitedFor.isEmpty()) {
            var owed = new HashSet<>(paidWaiting.among(shop, waitedFor));
            shared.borrowers(shop).forEach(borrower -> owed.addAll(paidWaiting.among(borrower, waitedFor)));
            waitedFor.stream().filter(pool -> !owed.contains(pool)).sorted((a, b) -> Long.compare(a.value(), b.value()))
                    .forEach(pool -> offer(shop, pool));
        }
    }

    private void offer(ShopId shop, PoolId poolId) {
        var key = new PoolKey(shop, poolId);
        var pool = pools.lock(List.of(key)).get(key);
        if (pool.counts().waiting() == 0) {
            return;
        }
        var left = pool.counts().available();
        for (var row : rows.next(shop, poolId, AT_ONCE)) {
            if (row.quantity() > left) {
                return;
            }
            if (holdStock.hold(List.of(ask(row))).getFirst() instanceof HoldOutcome.Held held) {
                rows.move(shop, List.of(row.id()), "waiting", "offered", held.until());
                pools.unqueue(key, row.quantity());
                events.append(List.of(new WaitingOffered(shop, row.id(), poolId, row.quantity(), held.until())));
                left -= row.quantity();
            }
        }
    }

    /** The hold takes the place of the row itself, so it goes before walk-ins and lasts as long as the policy says. */
    private static HoldAsk ask(Row row) {
        return new HoldAsk(row.shop(), row.channel(), row.id(), List.of(new HoldAsk.Line(1, row.pool(), row.quantity())),
                Who.NOBODY, null, row.id());
    }
}
