package io.wanqu.channel.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.pricing.PriceGuard.Waiver;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables channel.price_agreement and channel.agreement_waiver. */
@Repository
class Agreements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Agreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ShopId shop, Agreement agreement, String by) {
        var to = agreement.validTo();
        jdbc.sql("""
                insert into channel.price_agreement (shop_id, agreement_id, name, channel_id, sku_id, product_id, least_minor, other_channel,
                                                     valid_from, valid_to, made_by, made_at)
                values (:shop, :id, :name, :channel, nullif(:sku, 0), nullif(:product, 0), nullif(:least, 0), nullif(:other, 0),
                        :from, :to::timestamptz, :by, :now)
                """)
            .param("shop", shop.value())
            .param("id", Long.parseLong(agreement.id()))
            .param("name", agreement.name())
            .param("channel", agreement.channel().value())
            .param("sku", agreement.sku() == null ? 0 : agreement.sku().value())
            .param("product", agreement.product() == null ? 0 : agreement.product())
            .param("least", agreement.leastMinor() == null ? 0 : agreement.leastMinor())
            .param("other", agreement.otherChannel() == null ? 0 : agreement.otherChannel().value())
            .param("from", agreement.validFrom().atOffset(ZoneOffset.UTC))
            .param("to", to == null ? null : to.toString())
            .param("by", by)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean end(ShopId shop, long id) {
        return jdbc.sql("""
                update channel.price_agreement
                   set ended_at = :now
                 where shop_id = :shop and agreement_id = :id and ended_at is null
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("shop", shop.value())
            .param("id", id)
            .update() == 1;
    }

    /** Those that hold now or will. */
    List<Agreement> of(ShopId shop) {
        return jdbc.sql("""
                select agreement_id, name, channel_id, sku_id, product_id, least_minor, other_channel, valid_from, valid_to
                  from channel.price_agreement
                 where shop_id = :shop and ended_at is null and (valid_to is null or valid_to > :now)
                 order by agreement_id
                """)
            .param("shop", shop.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, n) -> agreement(row))
            .list();
    }

    void waive(ShopId shop, Breach breach, Waiver waiver) {
        jdbc.sql("""
                insert into channel.agreement_waiver (shop_id, agreement_id, sku_id, price_minor, reason, waived_by, waived_at)
                values (:shop, :agreement, :sku, :price, :reason, :by, :now)
                    on conflict (shop_id, agreement_id, sku_id) do update
                   set price_minor = excluded.price_minor, reason = excluded.reason, waived_by = excluded.waived_by, waived_at = excluded.waived_at
                """)
            .param("shop", shop.value())
            .param("agreement", Long.parseLong(breach.agreement()))
            .param("sku", breach.sku().value())
            .param("price", breach.priceMinor())
            .param("reason", waiver.reason())
            .param("by", waiver.by())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Down to which price somebody waived an agreement for a SKU. */
    Map<Waived, Long> waived(ShopId shop) {
        var waived = new HashMap<Waived, Long>();
        jdbc.sql("select agreement_id, sku_id, price_minor from channel.agreement_waiver where shop_id = :shop")
            .param("shop", shop.value())
            .query(row -> {
                waived.put(new Waived(Long.toString(row.getLong("agreement_id")), new SkuId(row.getLong("sku_id"))), row.getLong("price_minor"));
            });
        return waived;
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        var sku = row.getLong("sku_id");
        var product = row.getLong("product_id");
        var least = row.getLong("least_minor");
        var other = row.getLong("other_channel");
        @Nullable Timestamp to = row.getTimestamp("valid_to");
        return new Agreement(Long.toString(row.getLong("agreement_id")), row.getString("name"), new ChannelId(row.getLong("channel_id")),
                sku == 0 ? null : new SkuId(sku), product == 0 ? null : product, least == 0 ? null : least,
                other == 0 ? null : new ChannelId(other), row.getTimestamp("valid_from").toInstant(), to == null ? null : to.toInstant());
    }

    record Waived(String agreement, SkuId sku) {
    }
}
