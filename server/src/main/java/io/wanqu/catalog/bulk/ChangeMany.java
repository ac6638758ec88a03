package io.wanqu.catalog.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.wanqu.catalog.ProductChanged;
import io.wanqu.catalog.SkuChanged;
import io.wanqu.catalog.SkusChanged;
import io.wanqu.catalog.WriteProduct.State;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes states or prices of many rows by one statement. */
@Component
class ChangeMany {

    private final JdbcClient jdbc;
    private final SkusChanged skusChanged;
    private final EventLog events;
    private final ShopScope scope;
    private final Trail trail;

    ChangeMany(JdbcClient jdbc, SkusChanged skusChanged, EventLog events, ShopScope scope, Trail trail) {
        this.jdbc = jdbc;
        this.skusChanged = skusChanged;
        this.events = events;
        this.scope = scope;
        this.trail = trail;
    }

    /** Those that the shop has. */
    Set<Long> states(ShopId shop, List<Long> products, State state) {
        return scope.in(shop, () -> {
            var changed = jdbc.sql("""
                    update catalog.product
                       set state = :state, changed_at = now()
                     where shop_id = :shop
                       and id = any(:products)
                    returning id
                    """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("shop", shop.value())
                .param("products", products.stream().mapToLong(Long::longValue).toArray())
                .query(Long.class)
                .list();
            events.append(changed.stream().map(it -> new ProductChanged(shop, it, state == State.ON)).toList());
            trail.note(Note.of(shop, "products.state-changed", "shop", shop.value()).after(Map.of("state", state, "products", changed.size())));
            skusChanged.in(shop, changed);
            return new HashSet<>(changed);
        });
    }

    Set<SkuId> prices(ShopId shop, List<BulkController.Price> prices) {
        var last = new LinkedHashMap<SkuId, Long>();
        prices.forEach(it -> last.put(it.sku(), it.minor()));
        return scope.in(shop, () -> {
            var told = new ArrayList<Event>();
            var done = new HashSet<SkuId>();
            var products = new HashSet<Long>();
            jdbc.sql("""
                    update catalog.sku
                       set unit_minor = wanted.unit_minor, compare_minor = case when compare_minor > wanted.unit_minor then compare_minor end,
                           changed_at = now()
                      from unnest(:skus, :minors) as wanted (sku_id, unit_minor)
                     where sku.shop_id = :shop
                       and sku.id = wanted.sku_id
                    returning sku.id, sku.product_id, sku.pool_id, sku.unit_minor, sku.state
                    """)
                .params(Columns.of(List.copyOf(last.entrySet()))
                        .longs("skus", it -> it.getKey().value())
                        .longs("minors", Map.Entry::getValue)
                        .and("shop", shop.value())
                        .params())
                .query(row -> {
                    var sku = new SkuId(row.getLong("id"));
                    done.add(sku);
                    products.add(row.getLong("product_id"));
                    told.add(new SkuChanged(shop, sku, row.getLong("product_id"), new PoolId(row.getLong("pool_id")), row.getLong("unit_minor"),
                            row.getString("state").equals("on")));
                });
            events.append(told);
            trail.note(Note.of(shop, "skus.priced", "shop", shop.value()).after(Map.of("skus", done.size())));
            skusChanged.in(shop, products);
            return done;
        });
    }
}
