package io.wanqu.payment;

import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells those who compare books with bills what payments and refunds say of themselves. */
@Repository
public class Movements {

    private final JdbcClient jdbc;

    Movements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these numbers, of payments and of refunds, whose money moved. */
    public List<Movement> succeeded(ShopId shop, String rail, Collection<Long> numbers) {
        return jdbc.sql("""
                select 'PAYMENT' as kind, payment_id as number, subject, amount_minor, currency
                  from payment.payment
                 where shop_id = :shop and payment_id = any(:numbers) and rail = :rail
                   and state in ('succeeded', 'refunding', 'partly_refunded', 'refunded', 'charged_back')
                union all
                select 'REFUND', refund_id, subject, amount_minor, currency
                  from payment.refund
                 where shop_id = :shop and refund_id = any(:numbers) and rail = :rail and state = 'succeeded'
                """)
            .param("shop", shop.value())
            .param("rail", rail)
            .param("numbers", numbers.stream().mapToLong(it -> it).toArray())
            .query((row, n) -> new Movement(ReadsBills.Kind.valueOf(row.getString("kind")), row.getLong("number"), row.getLong("subject"),
                    Money.of(row.getLong("amount_minor"), row.getString("currency"))))
            .list();
    }

    /**
     * Money that moved.
     *
     * @param number  of the payment or the refund
     * @param subject what it paid for
     */
    public record Movement(ReadsBills.Kind kind, long number, long subject, Money amount) {
    }
}
