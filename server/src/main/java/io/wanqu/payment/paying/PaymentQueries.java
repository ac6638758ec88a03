package io.wanqu.payment.paying;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Rails;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads payments as their payers see them; no provider is asked. */
@Repository
public class PaymentQueries {

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Attempts attempts;
    private final Rails rails;
    private final TransactionTemplate transaction;

    PaymentQueries(JdbcClient jdbc, Payments payments, Attempts attempts, Rails rails, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.attempts = attempts;
        this.rails = rails;
        this.transaction = transaction;
    }

    /** The payment that counts for this subject: the paid one, else the open one, else the last that ended. */
    public Optional<PaymentView> of(ShopId shop, long subject) {
        var found = transaction.execute(status -> payments.ofSubjects(List.of(new Subject(shop, subject))).getOrDefault(subject, List.of()));
        return counts(found).map(this::view);
    }

    /** What a payment is for. */
    public Optional<Long> subject(ShopId shop, long payment) {
        return jdbc.sql("select subject from payment.payment where shop_id = :shop and payment_id = :payment")
            .param("shop", shop.value())
            .param("payment", payment)
            .query(Long.class)
            .optional();
    }

    /** The states of many subjects' payments that count, in one statement. */
    Map<Long, State> states(Collection<Subject> subjects) {
        return jdbc.sql("""
                select subject, state, payment_id
                  from unnest(:shops, :subjects) as wanted (shop_id, subject)
                  join payment.payment using (shop_id, subject)
                 order by payment_id
                """)
            .params(Columns.of(List.copyOf(subjects)).longs("shops", it -> it.shop().value()).longs("subjects", Subject::id).params())
            .query((row, n) -> Map.entry(row.getLong("subject"), State.of(row.getString("state"))))
            .list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> weight(one) > weight(other) ? one : other));
    }

    static Optional<Payment> counts(List<Payment> all) {
        return all.stream().max(Comparator.comparingInt((Payment payment) -> weight(payment.state())).thenComparingLong(Payment::id));
    }

    private static int weight(State state) {
        return state.paid() ? 2 : state.open() ? 1 : 0;
    }

    PaymentView view(Payment payment) {
        var attempt = attempts.find(payment.shop(), payment.id()).orElse(null);
        var told = attempt == null ? null : attempt.content().instruction();
        var instruction = !payment.state().open() ? Map.<String, String>of() : told == null ? rails.instruction(payment) : told;
        return new PaymentView(Long.toString(payment.id()), payment.rail(), attempt == null ? null : attempt.method().text(),
                payment.state().text(), payment.amount(), attempt == null ? null : attempt.expiresAt(), instruction);
    }
}
