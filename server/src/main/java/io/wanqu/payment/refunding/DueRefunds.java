package io.wanqu.payment.refunding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payment.refund table, as the work of sending sees it. */
@Repository
class DueRefunds {

    private static final String SELECT = """
            select refund.shop_id, refund.refund_id, refund.payment_id, refund.subject, refund.rail, refund.amount_minor, refund.currency,
                   reason, refund.state = 'processing' as processing, payment.amount_minor as paid_minor, payee, account_id,
                   attempt.transaction
              from payment.refund
              join payment.payment using (shop_id, payment_id)
              left join payment.attempt using (shop_id, payment_id)
            """;

    private final JdbcClient jdbc;

    DueRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refunds to be sent or asked after now; each is pushed back at once, so that a crash or another node repeats it later,
     * not now.
     */
    @Transactional
    List<OpenRefund> claim(Instant now, int limit) {
        var claimed = jdbc.sql("""
                with due as materialized (
                    select shop_id, refund_id
                      from payment.refund
                     where state in ('due', 'processing') and due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked)
                update payment.refund
                   set tries = tries + 1, due_at = :now + least(interval '1 hour', interval '15 seconds' * power(2, least(tries, 10)))
                  from due
                 where refund.shop_id = due.shop_id and refund.refund_id = due.refund_id
                returning refund.refund_id
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query(Long.class)
            .list();
        return claimed.isEmpty() ? List.of()
                : jdbc.sql(SELECT + " where refund.refund_id = any(:ids)").param("ids", claimed.stream().mapToLong(Long::longValue).toArray())
                    .query(DueRefunds::open).list();
    }

    Optional<OpenRefund> find(ShopId shop, long refund) {
        return jdbc.sql(SELECT + " where refund.shop_id = :shop and refund.refund_id = :refund")
            .param("shop", shop.value())
            .param("refund", refund)
            .query(DueRefunds::open)
            .optional();
    }

    /** The provider has it; false when it ended meanwhile. */
    boolean processing(OpenRefund refund, @Nullable String transaction) {
        return move(refund, "processing", transaction, null, "{due,processing}");
    }

    /** A word for the operator on why it takes so long. */
    void delayed(OpenRefund refund, String why) {
        jdbc.sql("update payment.refund set why = :why where shop_id = :shop and refund_id = :refund and state in ('due', 'processing')")
            .param("why", why)
            .param("shop", refund.shop().value())
            .param("refund", refund.id())
            .update();
    }

    /** The provider gave up; the money stays counted as being returned until a person decides. */
    boolean failed(OpenRefund refund, @Nullable String transaction, @Nullable String why) {
        return move(refund, "failed", transaction, why, "{due,processing}");
    }

    /** A success that is told after a failure is still a success. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean succeeded(OpenRefund refund, @Nullable String transaction) {
        return move(refund, "succeeded", transaction, null, "{due,processing,failed}") && count(refund, refund.amount().minor(), 0);
    }

    boolean tryAgain(OpenRefund refund, Instant now) {
        return jdbc.sql("""
                update payment.refund
                   set state = 'due', due_at = :now, tries = 0
                 where shop_id = :shop and refund_id = :refund and state = 'failed'
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", refund.shop().value())
            .param("refund", refund.id())
            .update() == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean abandoned(OpenRefund refund) {
        return move(refund, "abandoned", null, null, "{failed}") && count(refund, 0, refund.amount().minor());
    }

    private boolean move(OpenRefund refund, String to, @Nullable String transaction, @Nullable String why, String from) {
        return jdbc.sql("""
                update payment.refund
                   set state = :to, transaction = coalesce(:transaction::text, transaction), why = coalesce(:why::text, why)
                 where shop_id = :shop and refund_id = :refund and state = any(:from::text[])
                """)
            .param("to", to)
            .param("transaction", transaction)
            .param("why", why)
            .param("shop", refund.shop().value())
            .param("refund", refund.id())
            .param("from", from)
            .update() == 1;
    }

    private boolean count(OpenRefund refund, long done, long freed) {
        return jdbc.sql("""
                update payment.payment
                   set returned_minor = returned_minor + :done, returning_minor = returning_minor - :freed,
                       state = payment.paid_state(amount_minor, returning_minor - :freed, returned_minor + :done, charged_back_minor)
                 where shop_id = :shop and payment_id = :payment
                """)
            .param("done", done)
            .param("freed", freed)
            .param("shop", refund.shop().value())
            .param("payment", refund.payment())
            .update() == 1;
    }

    private static OpenRefund open(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        return new OpenRefund(new ShopId(row.getLong("shop_id")), row.getLong("refund_id"), row.getLong("payment_id"),
                row.getLong("subject"), row.getString("rail"), Money.of(row.getLong("amount_minor"), currency), row.getString("reason"),
                row.getBoolean("processing"), Money.of(row.getLong("paid_minor"), currency),
                row.getString("payee"), row.getLong("account_id"), row.getString("transaction"));
    }
}
