package io.wanqu.settlement.terms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settlement.sale_terms table. */
@Repository
class SaleTerms {

    private final JdbcClient jdbc;

    SaleTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Row row, String by) {
        jdbc.sql("""
                insert into settlement.sale_terms (shop_id, terms_id, channel_id, commission_bp, draw_after_hours, from_at, reason, made_by)
                values (:shop, :id, :channel, :commission, :hours, :from, :reason, :by)
                """)
            .param("shop", row.shop.value())
            .param("id", row.id)
            .param("channel", row.channel == null ? null : row.channel.value())
            .param("commission", row.commissionBasisPoints)
            .param("hours", row.drawAfterHours)
            .param("from", row.from.atOffset(ZoneOffset.UTC))
            .param("reason", row.reason)
            .param("by", by)
            .update();
    }

    /** All that may ever hold for this shop, youngest first. */
    List<Row> of(ShopId shop) {
        return jdbc.sql("""
                select shop_id, terms_id, channel_id, commission_bp, draw_after_hours, from_at, reason
                  from settlement.sale_terms
                 where shop_id in (0, :shop)
                 order by from_at desc, terms_id desc
                """)
            .param("shop", shop.value())
            .query((row, n) -> new Row(new ShopId(row.getLong("shop_id")), row.getLong("terms_id"),
                    Optional.ofNullable(row.getObject("channel_id", Long.class)).map(ChannelId::new).orElse(null),
                    row.getInt("commission_bp"), row.getInt("draw_after_hours"), row.getTimestamp("from_at").toInstant(),
                    row.getString("reason")))
            .list();
    }

    /**
     * Terms from a moment on.
     *
     * @param shop    whose sales; the platform stands for all shops
     * @param channel where; null for every channel
     */
    record Row(ShopId shop, long id, @Nullable ChannelId channel, int commissionBasisPoints, int drawAfterHours, Instant from, String reason) {
    }
}
