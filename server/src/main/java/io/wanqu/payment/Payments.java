package io.wanqu.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Payment.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payment.payment and payment.rail_event tables, many rows at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Payments {

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(List<Payment> payments) {
        if (payments.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into payment.payment (shop_id, payment_id, subject, rail, payee, amount_minor, currency)
                select shop_id, payment_id, subject, rail, payee, amount_minor, currency
                  from unnest(:shops, :ids, :subjects, :rails, :payees, :amounts, :currencies)
                    as row (shop_id, payment_id, subject, rail, payee, amount_minor, currency)
                """)
            .params(Columns.of(payments)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Payment::id)
                    .longs("subjects", Payment::subject)
                    .texts("rails", Payment::rail)
                    .texts("payees", Payment::payee)
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .params())
            .update();
    }

    /** The payments these notices speak of, by payment id; unlocked, because the subject is locked first. */
    public Map<Long, Payment> of(List<Notice> notices) {
        var found = new HashMap<Long, Payment>();
        jdbc.sql("""
                select shop_id, payment_id, subject, rail, payee, amount_minor, currency, state
                  from (select distinct shop_id, payment_id from unnest(:shops, :ids) as row (shop_id, payment_id)) as told
                  join payment.payment using (shop_id, payment_id)
                """)
            .params(Columns.of(notices).longs("shops", it -> it.shop().value()).longs("ids", Notice::payment).params())
            .query(row -> {
                var payment = payment(row);
                found.put(payment.id(), payment);
            });
        return found;
    }

    /** Payments of these subjects by subject, oldest first. */
    public Map<Long, List<Payment>> ofSubjects(Collection<Subject> subjects) {
        return bySubject(subjects, """
                select shop_id, payment_id, subject, rail, payee, amount_minor, currency, state
                  from unnest(:shops, :subjects) as wanted (shop_id, subject)
                  join payment.payment using (shop_id, subject)
                 order by payment_id
                """);
    }

    /** Those of them whose money came and of which nothing was sent back. */
    public Map<Long, List<Payment>> kept(Collection<Subject> subjects) {
        return bySubject(subjects, """
                select shop_id, payment_id, subject, rail, payee, amount_minor, currency, state
                  from unnest(:shops, :subjects) as wanted (shop_id, subject)
                  join payment.payment using (shop_id, subject)
                 where state = 'succeeded'
                   and not exists (select 1
                                     from payment.refund
                                    where refund.shop_id = payment.shop_id and refund.payment_id = payment.payment_id)
                 order by payment_id
                """);
    }

    private Map<Long, List<Payment>> bySubject(Collection<Subject> subjects, String sql) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(sql)
            .params(Columns.of(List.copyOf(subjects)).longs("shops", it -> it.shop.value()).longs("subjects", Subject::id).params())
            .query((row, n) -> payment(row))
            .list().stream()
            .collect(Collectors.groupingBy(Payment::subject));
    }

    /** Writes the rails' events down; returns those that were not known before. */
    public Set<Notice.Key> remember(List<Notice> notices) {
        var fresh = jdbc.sql("""
                insert into payment.rail_event (shop_id, rail, event_id, payment_id)
                select shop_id, rail, event_id, payment_id
                  from unnest(:shops, :rails, :events, :payments) as row (shop_id, rail, event_id, payment_id)
                 order by shop_id, rail, event_id
                    on conflict do nothing
                returning shop_id, rail, event_id
                """)
            .params(Columns.of(notices)
                    .longs("shops", it -> it.shop().value())
                    .texts("rails", Notice::rail)
                    .texts("events", Notice::eventId)
                    .longs("payments", Notice::payment)
                    .params())
            .query((row, n) -> new Notice.Key(new ShopId(row.getLong("shop_id")), row.getString("rail"), row.getString("event_id")))
            .list();
        return new HashSet<>(fresh);
    }

    /** Ends pending payments; returns those that were pending. */
    public Set<Long> end(Collection<Payment> payments, State as) {
        if (payments.isEmpty()) {
            return Set.of();
        }
        var ended = jdbc.sql("""
                update payment.payment
                   set state = :state, settled_at = now()
                  from unnest(:shops, :ids) as row (shop_id, payment_id)
                 where payment.shop_id = row.shop_id
                   and payment.payment_id = row.payment_id
                   and (payment.state = 'pending' or :state = 'succeeded' and payment.state in ('closed', 'failed'))
                returning payment.payment_id
                """)
            .params(Columns.of(List.copyOf(payments)).longs("shops", it -> it.shop().value()).longs("ids", Payment::id)
                    .and("state", as.name().toLowerCase(Locale.ROOT)).params())
            .query(Long.class)
            .list();
        return new HashSet<>(ended);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(new ShopId(row.getLong("shop_id")), row.getLong("payment_id"), row.getLong("subject"),
                row.getString("rail"), row.getString("payee"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    /** What was paid for, in its shop. */
    public record Subject(ShopId shop, long id) {
    }
}
