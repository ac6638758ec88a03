package io.wanqu.pricing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the one row of a price list that applies to each ask; it crosses shops for the batch core. */
@Repository
class Tiers {

    private final JdbcClient jdbc;

    Tiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tier> find(List<Ask> asks, Instant at) {
        return jdbc.sql("""
                select tier.name, tier.channel_id, tier.min_quantity, tier.unit_minor
                  from unnest(:shops, :skus, :channels, :quantities)
                       with ordinality as ask (shop_id, sku_id, channel_id, quantity, n)
                  left join lateral (
                       select name, channel_id, min_quantity, unit_minor
                         from pricing.price
                        where price.shop_id = ask.shop_id
                          and price.sku_id = ask.sku_id
                          and (price.channel_id is null or price.channel_id = ask.channel_id)
                          and price.min_quantity <= ask.quantity
                          and (price.valid_from is null or price.valid_from <= :at)
                          and (price.valid_to is null or price.valid_to > :at)
                        order by price.channel_id nulls last, price.min_quantity desc,
                                 price.valid_from desc nulls last, price.position
                        limit 1) tier
                    on true
                 order by ask.n
                """)
            .params(Columns.of(asks)
                    .longs("shops", ask -> ask.offer().shop().value())
                    .longs("skus", ask -> ask.offer().sku().value())
                    .longs("channels", ask -> ask.channel().value())
                    .ints("quantities", Ask::quantity)
                    .and("at", at.atOffset(ZoneOffset.UTC))
                    .params())
            .query((row, n) -> new Tier(row.getString("name"), row.getLong("channel_id") != 0, row.getInt("min_quantity"),
                    row.getLong("unit_minor")))
            .list();
    }

    /** The row that applies; without a name where none does. */
    record Tier(@Nullable String name, boolean ofChannel, int minQuantity, long unitMinor) {

        String reason(Money unit) {
            var from = minQuantity == 1 ? "" : " from " + minQuantity + " pieces";
            return (ofChannel ? "channel-price: channel price list '" : "price-list: price list '") + name + "'" + from + ": " + unit;
        }
    }
}
