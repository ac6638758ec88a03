package io.wanqu.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The payment.refund table. */
@Repository
@Transactional
public class Refunds {

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes refunds down as due; one that the same reason already asked for is passed over. */
    public void ask(List<Refund> refunds) {
        if (refunds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into payment.refund (shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason)
                select shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason
                  from unnest(:shops, :ids, :payments, :subjects, :rails, :amounts, :currencies, :reasons)
                    as row (shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason)
                    on conflict (shop_id, payment_id, reason) do nothing
                """)
            .params(Columns.of(refunds)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Refund::id)
                    .longs("payments", Refund::payment)
                    .longs("subjects", Refund::subject)
                    .texts("rails", Refund::rail)
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .texts("reasons", Refund::reason)
                    .params())
            .update();
    }

    /** Refunds to be sent now; each is pushed back at once, so that a crash or another node repeats it later, not now. */
    List<Refund> claimDue(Instant now, int limit) {
        return jdbc.sql("""
                with due as materialized (
                    select shop_id, refund_id
                      from payment.refund
                     where state = 'due' and due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked)
                update payment.refund
                   set tries = tries + 1, due_at = :now + least(interval '1 hour', interval '15 seconds' * power(2, tries))
                  from due
                 where refund.shop_id = due.shop_id and refund.refund_id = due.refund_id
                returning refund.shop_id, refund.refund_id, payment_id, subject, rail, amount_minor, currency, reason
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> new Refund(new ShopId(row.getLong("shop_id")), row.getLong("refund_id"), row.getLong("payment_id"),
                    row.getLong("subject"), row.getString("rail"),
                    Money.of(row.getLong("amount_minor"), row.getString("currency")), row.getString("reason")))
            .list();
    }

    boolean succeeded(Refund refund) {
        return jdbc.sql("""
                update payment.refund
                   set state = 'succeeded'
                 where shop_id = :shop and refund_id = :id and state = 'due'
                """)
            .param("shop", refund.shop().value())
            .param("id", refund.id())
            .update() == 1;
    }
}
