package io.wanqu.payment.callback;

import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.payment.Notice;
import io.wanqu.payment.PaymentChargedBack;
import io.wanqu.payment.Payments;
import io.wanqu.payment.callback.PaymentAlerts.Trouble;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the bank when it takes a buyer's money back, and when it gives it to the shop again. */
@Component
class ChargeBacks {

    private final JdbcClient jdbc;
    private final ToldPayments told;
    private final Payments payments;
    private final Books books;
    private final PaymentAlerts alerts;
    private final TransactionTemplate transaction;

    ChargeBacks(JdbcClient jdbc, ToldPayments told, Payments payments, Books books, PaymentAlerts alerts, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.told = told;
        this.payments = payments;
        this.books = books;
        this.alerts = alerts;
        this.transaction = transaction;
    }

    /** False when it does not fit the payment. */
    boolean follow(RailAccount account, RailNotice notice) {
        var number = told.number(account, notice);
        var asked = number == null ? null : told.find(notice(account, notice, number));
        if (number == null || asked == null || !asked.rail().equals(account.rail()) || !asked.state().paid()) {
            alerts.raise(account, Trouble.UNKNOWN_PAYMENT, notice.payment(), "told of a charge-back on a payment that is not there");
            return false;
        }
        if (!asked.payee().equals(notice.payee()) || !asked.amount().currency().equals(notice.amount().currency())
                || notice.amount().minor() < 1 || notice.amount().minor() > asked.amount().minor()) {
            alerts.raise(account, asked.payee().equals(notice.payee()) ? Trouble.AMOUNT : Trouble.PAYEE, Long.toString(number),
                    "told a charge-back of " + notice.amount() + " at " + notice.payee() + ", paid " + asked.amount());
            return false;
        }
        var lost = notice.what() == What.CHARGED_BACK;
        var moved = transaction.execute(status -> {
            var fresh = !payments.remember(List.of(notice(account, notice, number))).isEmpty();
            return fresh && (lost ? take(account, number, notice.amount()) : giveAgain(account, number, notice.amount()))
                    && books.book(new PaymentChargedBack(account.key().shop(), number, asked.subject(), notice.amount(), !lost),
                            account.rail(), notice.event());
        });
        if (moved && lost) {
            alerts.raise(account, Trouble.CHARGED_BACK, Long.toString(number), notice.amount() + " were taken back");
        } else if (moved) {
            alerts.settle(account.key().shop(), Trouble.CHARGED_BACK, Long.toString(number));
        }
        return true;
    }

    private static Notice notice(RailAccount account, RailNotice notice, long number) {
        return new Notice(account.rail(), notice.event(), account.key().shop(), number, notice.payee(), notice.amount(), false);
    }

    private boolean take(RailAccount account, long payment, Money amount) {
        return jdbc.sql("""
                update payment.payment
                   set charged_back_minor = :amount, state = 'charged_back'
                 where shop_id = :shop and payment_id = :payment
                   and state in ('succeeded', 'refunding', 'partly_refunded', 'refunded')
                """)
            .param("amount", amount.minor())
            .param("shop", account.key().shop().value())
            .param("payment", payment)
            .update() == 1;
    }

    private boolean giveAgain(RailAccount account, long payment, Money amount) {
        return jdbc.sql("""
                update payment.payment
                   set charged_back_minor = 0, state = payment.paid_state(amount_minor, returning_minor, returned_minor, 0)
                 where shop_id = :shop and payment_id = :payment
                   and state = 'charged_back' and charged_back_minor = :amount
                """)
            .param("amount", amount.minor())
            .param("shop", account.key().shop().value())
            .param("payment", payment)
            .update() == 1;
    }

    /** The rail owes less, or again as much; whoever knows the subject says later who bears it. */
    @Component
    static class Books {

        private final Post post;
        private final EventLog events;

        Books(Post post, EventLog events) {
            this.post = post;
            this.events = events;
        }

        boolean book(PaymentChargedBack event, String rail, String number) {
            var receivable = Account.receivable(rail);
            post.post(List.of(new Transfer(event.shop(), "payment.charged-back/" + number, event.subject(),
                    event.won() ? receivable : PaymentChargedBack.LOSS, event.won() ? PaymentChargedBack.LOSS : receivable, event.amount())));
            events.append(List.of(event));
            return true;
        }
    }
}
