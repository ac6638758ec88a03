package io.wanqu.pricing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what each ask costs. A price list of the channel goes before one for all channels; within it the highest tier
 * that the quantity reaches applies, and of equal tiers the one that began last.
 */
@Component
public class Quote {

    private final JdbcClient jdbc;
    private final Clock clock;

    Quote(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One price for each ask, in the same order, by one statement. */
    public List<Price> quote(List<Ask> asks) {
        if (asks.isEmpty()) {
            return List.of();
        }
        var tiers = tiers(asks);
        return IntStream.range(0, asks.size()).mapToObj(i -> price(asks.get(i), tiers.get(i))).toList();
    }

    private List<Tier> tiers(List<Ask> asks) {
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
                          and (price.valid_from is null or price.valid_from <= :now)
                          and (price.valid_to is null or price.valid_to > :now)
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
                    .and("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .params())
            .query((row, n) -> new Tier(row.getString("name"), row.getLong("channel_id") != 0, row.getInt("min_quantity"),
                    row.getLong("unit_minor")))
            .list();
    }

    private static Price price(Ask ask, Tier tier) {
        var list = ask.offer().price();
        var listed = "list-price: list price: " + list;
        if (tier.name == null) {
            return new Price(list, list.times(ask.quantity()), List.of(listed));
        }
        var unit = new Money(tier.unitMinor, list.currency());
        return new Price(unit, unit.times(ask.quantity()), List.of(listed, tier.reason(unit)));
    }

    /** The row of the price list that applies; without a name where none does. */
    private record Tier(@Nullable String name, boolean ofChannel, int minQuantity, long unitMinor) {

        String reason(Money unit) {
            var from = minQuantity == 1 ? "" : " from " + minQuantity + " pieces";
            return (ofChannel ? "channel-price: channel price list '" : "price-list: price list '") + name + "'" + from + ": " + unit;
        }
    }
}
