package io.wanqu.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                insert into payment.payment (shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state)
                select shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state
                  from unnest(:shops, :ids, :subjects, :rails, :payees, :accounts, :amounts, :currencies, :states)
                    as row (shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state)
                """)
            .params(Columns.of(payments)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", Payment::id)
                    .longs("subjects", Payment::subject)
                    .texts("rails", Payment::rail)
                    .texts("payees", Payment::payee)
                    .longs("accounts", Payment::account)
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .texts("states", it -> it.state().text())
                    .params())
            .update();
    }

    /** The payments these notices speak of, by payment id; unlocked, because the subject is locked first. */
    public Map<Long, Payment> of(List<Notice> notices) {
        var found = new HashMap<Long, Payment>();
        jdbc.sql("""
                select shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state
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

    public Optional<Payment> find(ShopId shop, long payment) {
        return jdbc.sql("""
                select shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state
                  from payment.payment
                 where shop_id = :shop and payment_id = :payment
                """)
            .param("shop", shop.value())
            .param("payment", payment)
            .query((row, n) -> payment(row))
            .optional();
    }

    /** Payments of these subjects by subject, oldest first. */
    public Map<Long, List<Payment>> ofSubjects(Collection<Subject> subjects) {
        return bySubject(subjects, """
                select shop_id, payment_id, subject, rail, payee, account_id, amount_minor, currency, state
                  from unnest(:shops, :subjects) as wanted (shop_id, subject)
                  join payment.payment using (shop_id, subject)
                 order by payment_id
                """);
    }

    /** Those of them whose money came and is not all on its way back; the amount is what is left. */
    public Map<Long, List<Payment>> kept(Collection<Subject> subjects) {
        return bySubject(subjects, """
                select shop_id, payment_id, subject, rail, payee, account_id, amount_minor - returning_minor as amount_minor, currency, state
                  from unnest(:shops, :subjects) as wanted (shop_id, subject)
                  join payment.payment using (shop_id, subject)
                 where state in ('succeeded', 'refunding', 'partly_refunded')
                   and returning_minor < amount_minor
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

    /** Ends unpaid payments; returns those that ended now. A provider that knows a closed one is told soon. */
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
                   and payment.state = any(:before)
                returning payment.payment_id
                """)
            .params(Columns.of(List.copyOf(payments)).longs("shops", it -> it.shop().value()).longs("ids", Payment::id)
                    .and("state", as.text()).and("before", as.unpaidBefore()).params())
            .query(Long.class)
            .list();
        if (as == State.CLOSED && !ended.isEmpty()) {
            tellProviders(payments);
        }
        return new HashSet<>(ended);
    }

    private void tellProviders(Collection<Payment> closed) {
        jdbc.sql("""
                update payment.attempt
                   set due_at = least(due_at, now())
                  from unnest(:shops, :ids) as row (shop_id, payment_id)
                 where attempt.shop_id = row.shop_id and attempt.payment_id = row.payment_id and due_at is not null
                """)
            .params(Columns.of(List.copyOf(closed)).longs("shops", it -> it.shop().value()).longs("ids", Payment::id).params())
            .update();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(new ShopId(row.getLong("shop_id")), row.getLong("payment_id"), row.getLong("subject"),
                row.getString("rail"), row.getString("payee"), row.getLong("account_id"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                State.of(row.getString("state")));
    }

    /** What was paid for, in its shop. */
    public record Subject(ShopId shop, long id) {
    }
}
