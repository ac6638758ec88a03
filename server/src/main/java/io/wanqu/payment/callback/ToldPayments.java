package io.wanqu.payment.callback;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the payments that providers speak of, by our number or by theirs. */
@Repository
class ToldPayments {

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Shops shops;
    private final TransactionTemplate transaction;

    ToldPayments(JdbcClient jdbc, Payments payments, Shops shops, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.shops = shops;
        this.transaction = transaction;
    }

    boolean exists(ShopId shop) {
        return shops.byIds(List.of(shop)).containsKey(shop);
    }

    /** Our number; null when there is none. */
    @Nullable Long number(RailAccount account, RailNotice notice) {
        if (!notice.payment().isEmpty()) {
            try {
                return Long.parseLong(notice.payment());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return notice.transaction() == null ? null
                : jdbc.sql("select payment_id from payment.attempt where shop_id = :shop and rail = :rail and transaction = :transaction")
                    .param("shop", account.key().shop().value())
                    .param("rail", account.rail())
                    .param("transaction", notice.transaction())
                    .query(Long.class)
                    .optional()
                    .orElse(null);
    }

    /** Keeps the provider's number of a payment; false when the payment has another, or another payment has it. */
    boolean keep(RailAccount account, long payment, String told) {
        try {
            jdbc.sql("""
                    update payment.attempt
                       set transaction = :transaction
                     where shop_id = :shop and payment_id = :payment and transaction is null
                    """)
                .param("transaction", told)
                .param("shop", account.key().shop().value())
                .param("payment", payment)
                .update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        return jdbc.sql("select transaction from payment.attempt where shop_id = :shop and payment_id = :payment")
            .param("shop", account.key().shop().value())
            .param("payment", payment)
            .query(String.class)
            .optional()
            .map(told::equals)
            .orElse(true);
    }

    @Nullable Payment find(Notice notice) {
        return transaction.execute(status -> payments.of(List.of(notice)).get(notice.payment()));
    }
}
