package io.wanqu.payment.splitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.rail.Reference;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payment.split table. */
@Repository
class Splits {

    private static final String SELECT = """
            select split.shop_id, split_id, payout, split.payment_id, payment.account_id, receiver, split.amount_minor, back_minor,
                   split.currency, last, split.state, attempt.transaction, payment.amount_minor as paid_minor
              from payment.split
              join payment.payment using (shop_id, payment_id)
              left join payment.attempt using (shop_id, payment_id)
            """;

    private final JdbcClient jdbc;

    Splits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Split> ofPayout(ShopId shop, long payout) {
        return jdbc.sql(SELECT + " where split.shop_id = :shop and payout = :payout order by split_id")
            .param("shop", shop.value())
            .param("payout", payout)
            .query(Splits::row)
            .list();
    }

    /** Whether the rail still has to say what became of some part. */
    boolean underWay(ShopId shop, String rail) {
        return jdbc.sql("select exists (select 1 from payment.split where shop_id = :shop and rail = :rail and state = 'due')")
            .param("shop", shop.value())
            .param("rail", rail)
            .query(Boolean.class)
            .single();
    }

    /** Those a refund may take from, the youngest first. */
    List<Split> doneOf(ShopId shop, long payment) {
        return jdbc.sql(SELECT + """
                 where split.shop_id = :shop and split.payment_id = :payment and split.state = 'done'
                 order by split_id desc
                   for update of split
                """)
            .param("shop", shop.value())
            .param("payment", payment)
            .query(Splits::row)
            .list();
    }

    /** All of those payouts that were complete by their last part between these moments. */
    List<Split> completed(ShopId shop, String rail, Instant from, Instant until) {
        return jdbc.sql(SELECT + """
                 where split.shop_id = :shop and split.state = 'done'
                   and payout in (select payout
                                    from payment.split
                                   where shop_id = :shop and rail = :rail and state <> 'failed'
                                   group by payout
                                  having bool_and(state = 'done') and max(ended_at) >= :from and max(ended_at) < :until)
                 order by split_id
                """)
            .param("shop", shop.value())
            .param("rail", rail)
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .query(Splits::row)
            .list();
    }

    void add(List<Split> splits, String rail, Instant now) {
        jdbc.sql("""
                insert into payment.split (shop_id, split_id, payout, payment_id, rail, receiver, amount_minor, currency, last, made_at)
                select shop_id, split_id, payout, payment_id, :rail, receiver, amount_minor, currency, last, :now
                  from unnest(:shops, :ids, :payouts, :payments, :receivers, :amounts, :currencies, :lasts)
                    as row (shop_id, split_id, payout, payment_id, receiver, amount_minor, currency, last)
                """)
            .params(Columns.of(splits)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Split::id)
                    .longs("payouts", Split::payout)
                    .longs("payments", it -> Long.parseLong(it.payment().payment()))
                    .texts("receivers", Split::receiver)
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .booleans("lasts", Split::last)
                    .and("rail", rail)
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    void end(Split split, Split.State as, @Nullable String why, Instant now) {
        jdbc.sql("""
                update payment.split
                   set state = :state, why = :why, ended_at = :now
                 where shop_id = :shop and split_id = :split and state = 'due'
                """)
            .param("state", as.name().toLowerCase(Locale.ROOT))
            .param("why", why)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", split.shop().value())
            .param("split", split.id())
            .update();
    }

    private static Split row(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        return new Split(new ShopId(row.getLong("shop_id")), row.getLong("split_id"), row.getLong("payout"),
                new Reference(Long.toString(row.getLong("payment_id")), row.getString("transaction"), Money.of(row.getLong("paid_minor"), currency)),
                row.getLong("account_id"), row.getString("receiver"), Money.of(row.getLong("amount_minor"), currency), row.getLong("back_minor"),
                row.getBoolean("last"), Split.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
