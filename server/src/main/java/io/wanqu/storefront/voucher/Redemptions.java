package io.wanqu.storefront.voucher;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables storefront.voucher and storefront.redemption: what is left of a voucher, and what was done with it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Redemptions {

    private static final String SELECT = """
            select redemption.redemption_id, redemption.channel_id, redemption.serial, redemption.card_id, redemption.uses,
                   voucher.uses_left, redemption.redeemed_by, redemption.redeemed_at, redemption.reversed_by,
                   redemption.reversed_at, redemption.reason
              from storefront.redemption
              join storefront.voucher using (shop_id, card_id)
            """;

    private final JdbcClient jdbc;

    Redemptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void know(VoucherPool pool, long card) {
        jdbc.sql("""
                insert into storefront.voucher (shop_id, card_id, pool_id, uses_max, uses_left)
                values (:shop, :card, :pool, :uses, :uses)
                    on conflict (shop_id, card_id) do nothing
                """)
            .param("shop", pool.shop().value())
            .param("card", card)
            .param("pool", pool.pool().value())
            .param("uses", pool.uses())
            .update();
    }

    /** False where the till used this number before; it waits for a till that is using it just now. */
    boolean add(ShopId shop, Redemption redemption) {
        return jdbc.sql("""
                insert into storefront.redemption (shop_id, redemption_id, channel_id, serial, card_id, uses, redeemed_by, redeemed_at)
                values (:shop, :id, :till, :serial, :card, :uses, :by, :at)
                    on conflict (shop_id, channel_id, serial) do nothing
                """)
            .param("shop", shop.value())
            .param("id", redemption.id())
            .param("till", redemption.till().value())
            .param("serial", redemption.serial())
            .param("card", redemption.card())
            .param("uses", redemption.uses())
            .param("by", redemption.redeemedBy())
            .param("at", redemption.redeemedAt().atOffset(UTC))
            .update() == 1;
    }

    /** Where two tills meet: one row, and it never gives more than it has. Empty where too little is left. */
    Optional<Integer> use(ShopId shop, long card, int uses) {
        return jdbc.sql("""
                update storefront.voucher
                   set uses_left = uses_left - :uses
                 where shop_id = :shop
                   and card_id = :card
                   and uses_left >= :uses
                returning uses_left
                """)
            .param("shop", shop.value())
            .param("card", card)
            .param("uses", uses)
            .query(Integer.class)
            .optional();
    }

    Optional<PoolId> pool(ShopId shop, long card) {
        return jdbc.sql("select pool_id from storefront.voucher where shop_id = :shop and card_id = :card")
            .param("shop", shop.value())
            .param("card", card)
            .query((row, n) -> new PoolId(row.getLong("pool_id")))
            .optional();
    }

    int left(ShopId shop, long card) {
        return jdbc.sql("select uses_left from storefront.voucher where shop_id = :shop and card_id = :card")
            .param("shop", shop.value())
            .param("card", card)
            .query(Integer.class)
            .single();
    }

    /** False where somebody was faster. */
    boolean reverse(ShopId shop, long redemption, String by, Instant at, @Nullable String reason) {
        return jdbc.sql("""
                with reversed as (
                    update storefront.redemption
                       set reversed_by = :by, reversed_at = :at, reason = :reason
                     where shop_id = :shop
                       and redemption_id = :redemption
                       and reversed_at is null
                    returning shop_id, card_id, uses)
                update storefront.voucher
                   set uses_left = uses_left + reversed.uses
                  from reversed
                 where voucher.shop_id = reversed.shop_id
                   and voucher.card_id = reversed.card_id
                """)
            .param("shop", shop.value())
            .param("redemption", redemption)
            .param("by", by)
            .param("at", at.atOffset(UTC))
            .param("reason", reason)
            .update() == 1;
    }

    Optional<Redemption> find(ShopId shop, long redemption) {
        return jdbc.sql(SELECT + " where redemption.shop_id = :shop and redemption.redemption_id = :redemption")
            .param("shop", shop.value())
            .param("redemption", redemption)
            .query((row, n) -> read(row))
            .optional();
    }

    Optional<Redemption> find(ShopId shop, ChannelId till, String serial) {
        return jdbc.sql(SELECT + " where redemption.shop_id = :shop and redemption.channel_id = :till and redemption.serial = :serial")
            .param("shop", shop.value())
            .param("till", till.value())
            .param("serial", serial)
            .query((row, n) -> read(row))
            .optional();
    }

    List<Redemption> list(ShopId shop, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where redemption.shop_id = :shop
                   and redemption.redemption_id < :before
                 order by redemption.redemption_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    private static Redemption read(ResultSet row) throws SQLException {
        var reversed = row.getTimestamp("reversed_at");
        return new Redemption(row.getLong("redemption_id"), new ChannelId(row.getLong("channel_id")), row.getString("serial"),
                row.getLong("card_id"), row.getInt("uses"), row.getInt("uses_left"), row.getString("redeemed_by"),
                row.getTimestamp("redeemed_at").toInstant(), row.getString("reversed_by"), reversed == null ? null : reversed.toInstant(),
                row.getString("reason"));
    }
}
