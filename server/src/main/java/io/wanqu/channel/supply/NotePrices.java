package io.wanqu.channel.supply;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.wanqu.catalog.SkuChanged;
import io.wanqu.channel.queue.Wake;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.pricing.PriceListChanged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes watched goods due to be told when their price may have changed. */
@Component
class NotePrices implements EventListener {

    private final JdbcClient jdbc;
    private final Wake wake;
    private final Clock clock;

    NotePrices(JdbcClient jdbc, Wake wake, Clock clock) {
        this.jdbc = jdbc;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public String cursor() {
        return "channel.supply-prices";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(PriceListChanged.class, SkuChanged.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var due = jdbc.sql("""
                update channel.stock_push
                   set changes = stock_push.changes + 1, due_at = :now
                  from unnest(:shops, :skus) as changed (shop_id, sku_id)
                  join channel.listing using (shop_id, sku_id)
                  join channel.supply_watch using (shop_id, channel_id, external_product, external_sku)
                 where stock_push.shop_id = listing.shop_id
                   and stock_push.channel_id = listing.channel_id
                   and stock_push.external_product = listing.external_product
                   and stock_push.external_sku = listing.external_sku
                """)
            .params(Columns.of(batch).longs("shops", event -> event.shop().value()).longs("skus", StoredEvent::subject)
                    .and("now", clock.instant().atOffset(ZoneOffset.UTC)).params())
            .update();
        if (due > 0) {
            wake.afterCommit();
        }
    }
}
