package io.wanqu.channel.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.catalog.SkuChanged;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.queue.Wake;
import io.wanqu.channel.stock.StockPushes.Change;
import io.wanqu.inventory.AllocationChanged;
import io.wanqu.inventory.StockChanged;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderPlaced;

import org.springframework.stereotype.Component;

/** Writes down whose stock is to be told anew; many changes of a pool in one batch are one. */
@Component
class NoteStock implements EventListener {

    private final StockPushes pushes;
    private final Listings listings;
    private final Wake wake;
    private final ChannelSettings settings;
    private final Clock clock;

    NoteStock(StockPushes pushes, Listings listings, Wake wake, ChannelSettings settings, Clock clock) {
        this.pushes = pushes;
        this.listings = listings;
        this.wake = wake;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String cursor() {
        return "channel.stock-push";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(StockChanged.class, AllocationChanged.class, SkuChanged.class, OrderPlaced.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var due = new HashMap<Pool, Instant>();
        var sold = new HashSet<ChannelId>();
        var now = clock.instant();
        for (var event : batch) {
            if (event.is(StockChanged.class)) {
                var it = event.as(StockChanged.class);
                var low = it.available() <= settings.stock().low();
                due.merge(new Pool(it.shop(), it.pool()), low ? now : now.plus(settings.stock().delay()), NoteStock::earlier);
            } else if (event.is(AllocationChanged.class)) {
                var it = event.as(AllocationChanged.class);
                pushes.ruled(it.shop(), it.pool(), it.channel().value(), it.version());
                due.put(new Pool(it.shop(), it.pool()), now);
            } else if (event.is(SkuChanged.class)) {
                var it = event.as(SkuChanged.class);
                listings.repool(it.shop(), it.sku(), it.pool());
                due.put(new Pool(it.shop(), it.pool()), now);
            } else {
                sold.add(event.as(OrderPlaced.class).channel());
            }
        }
        note(due, sold);
    }

    private void note(Map<Pool, Instant> due, Set<ChannelId> sold) {
        var changes = new ArrayList<Change>();
        due.forEach((pool, at) -> changes.add(new Change(pool.shop, pool.pool, at)));
        if (!changes.isEmpty()) {
            pushes.changed(changes, sold);
            wake.afterCommit();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private record Pool(ShopId shop, PoolId pool) {
    }
}
