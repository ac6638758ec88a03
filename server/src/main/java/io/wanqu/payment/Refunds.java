package io.wanqu.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payment.refund table, as those see it who want money returned. */
@Repository
public class Refunds {

    private static final String SELECT = """
            select refund_id, payment_id, subject, rail, amount_minor, currency, reason, state, asked_by, why, tries, made_at
              from payment.refund
            """;

    private static final String ASK = """
            with wanted as materialized (
                select distinct on (shop_id, payment_id, reason)
                       shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason, asked_by
                  from unnest(:shops, :ids, :payments, :subjects, :rails, :amounts, :currencies, :reasons, :by)
                    as row (shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason, asked_by)
                 where not exists (select 1
                                     from payment.refund
                                    where refund.shop_id = row.shop_id and refund.payment_id = row.payment_id
                                      and refund.reason = row.reason and refund.state <> 'abandoned')
                 order by shop_id, payment_id, reason, refund_id),
            granted as materialized (
                select wanted.shop_id, refund_id, payment_id, wanted.subject, wanted.rail, wanted.amount_minor, wanted.currency,
                       reason, asked_by
                  from (select wanted.shop_id, payment_id, refund_id, wanted.subject, wanted.rail, wanted.amount_minor,
                               wanted.currency, reason, asked_by,
                               sum(amount_minor) over (partition by shop_id, payment_id order by refund_id) as so_far
                          from wanted) as wanted
                  join payment.payment using (shop_id, payment_id)
                 where payment.state in ('succeeded', 'refunding', 'partly_refunded')
                   and payment.returning_minor + so_far <= payment.amount_minor),
            counted as (
                update payment.payment
                   set returning_minor = returning_minor + more, state = 'refunding'
                  from (select shop_id, payment_id, sum(amount_minor)::bigint as more from granted group by shop_id, payment_id) as sums
                 where payment.shop_id = sums.shop_id and payment.payment_id = sums.payment_id)
            insert into payment.refund (shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason, asked_by)
            select shop_id, refund_id, payment_id, subject, rail, amount_minor, currency, reason, asked_by
              from granted
            returning refund_id
            """;

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes refunds down as due and counts them against their payments; returns those that were written. One that the
     * same reason already asked for, and one that would return more than was paid, is passed over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> ask(List<Refund> refunds) {
        if (refunds.isEmpty()) {
            return Set.of();
        }
        lock(refunds);
        var written = jdbc.sql(ASK)
            .params(Columns.of(refunds)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Refund::id)
                    .longs("payments", Refund::payment)
                    .longs("subjects", Refund::subject)
                    .texts("rails", Refund::rail)
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .texts("reasons", Refund::reason)
                    .texts("by", Refund::by)
                    .params())
            .query(Long.class)
            .list();
        return new HashSet<>(written);
    }

    /** What is counted below is then what everybody else counted before. */
    private void lock(List<Refund> refunds) {
        jdbc.sql("""
                select payment.payment_id
                  from (select distinct shop_id, payment_id from unnest(:shops, :payments) as row (shop_id, payment_id)) as wanted
                  join payment.payment using (shop_id, payment_id)
                 order by payment.shop_id, payment.payment_id
                   for update of payment
                """)
            .params(Columns.of(refunds).longs("shops", it -> it.shop().value()).longs("payments", Refund::payment).params())
            .query(Long.class)
            .list();
    }

    /** All of one subject, newest first. */
    public List<View> of(ShopId shop, long subject) {
        return jdbc.sql(SELECT + " where shop_id = :shop and subject = :subject order by refund_id desc")
            .param("shop", shop.value())
            .param("subject", subject)
            .query(Refunds::view)
            .list();
    }

    /** Those that a rail would not make, newest first. */
    public List<View> failed(ShopId shop, long before, int limit) {
        return jdbc.sql(SELECT + " where shop_id = :shop and state = 'failed' and refund_id < :before order by refund_id desc limit :limit")
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query(Refunds::view)
            .list();
    }

    private static View view(ResultSet row, int n) throws SQLException {
        var state = row.getString("state");
        return new View(Long.toString(row.getLong("refund_id")), Long.toString(row.getLong("payment_id")),
                Long.toString(row.getLong("subject")), row.getString("rail"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")), row.getString("reason"), state,
                row.getString("asked_by"), row.getInt("tries"), row.getString("why"), View.whatToDo(state),
                row.getTimestamp("made_at").toInstant());
    }

    /**
     * A refund as staff see it.
     *
     * @param why      the rail's own reason, where it would not make the refund
     * @param whatToDo what a person has to do now; null when nothing
     */
    public record View(String id, String payment, String subject, String rail, Money amount, String reason, String state, String askedBy,
            int tries, @Nullable String why, @Nullable String whatToDo, Instant madeAt) {

        static @Nullable String whatToDo(String state) {
            return state.equals("failed")
                    ? "mend what the rail names, most often the balance of the account, and try again; or return the money in"
                            + " another way and give this refund up"
                    : null;
        }
    }
}
