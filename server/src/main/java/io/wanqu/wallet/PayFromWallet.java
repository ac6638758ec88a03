package io.wanqu.wallet;

import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.wallet.WalletProblem.NotPayable;
import io.wanqu.wallet.Wallets.Cause;
import io.wanqu.wallet.Wallets.Wallet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the money of a payment out of a wallet, and then tells who is paid; what a crash parts is told again. */
@Configuration(proxyBeanMethods = false)
class PayFromWallet {

    private static final int BATCH = 100;

    private final Wallets wallets;
    private final Payments payments;
    private final SettlesPayments settles;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PayFromWallet(Wallets wallets, Payments payments, SettlesPayments settles, JdbcClient jdbc, TransactionTemplate transaction) {
        this.wallets = wallets;
        this.payments = payments;
        this.settles = settles;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The same payment asked for again is paid once. */
    void pay(Wallet wallet, long number) {
        var paid = transaction.execute(status -> {
            var locked = wallets.lock(wallet.shop(), wallet.id());
            var payment = payments.find(wallet.shop(), number).filter(it -> it.rail().equals(WalletRail.NAME))
                    .orElseThrow(() -> new NotPayable(Long.toString(number)));
            var source = WalletRail.source(Long.toString(number));
            if (!payment.amount().currency().getCurrencyCode().equals(wallet.currency())
                    || !payment.state().open() && !wallets.known(wallet.shop(), source)) {
                throw new NotPayable(Long.toString(number));
            }
            wallets.move(locked, new Cause(Wallets.Kind.PAYMENT, source, Account.receivable(WalletRail.NAME)), payment.amount());
            return payment;
        });
        tell(paid);
    }

    private void tell(Payment payment) {
        settles.settle(new Notice(WalletRail.NAME, "paid-" + payment.id(), payment.shop(), payment.id(), payment.payee(), payment.amount(), true));
        jdbc.sql("update wallet.movement set settled = true where shop_id = ? and source = ?")
                .params(payment.shop().value(), WalletRail.source(Long.toString(payment.id()))).update();
    }

    @Bean
    RecurringTask<Void> tellPaidFromWallets() {
        return Tasks.recurring("wallet.tell-paid", FixedDelay.of(Duration.ofSeconds(5))).execute((instance, context) -> tellUntold());
    }

    void tellUntold() {
        List<Payment> untold = jdbc.sql("select shop_id, source from wallet.movement where not settled order by movement_id limit ?").param(BATCH)
            .query((row, n) -> payment(new ShopId(row.getLong("shop_id")), row.getString("source")))
            .list();
        untold.forEach(this::tell);
    }

    private Payment payment(ShopId shop, String source) {
        return transaction.execute(status -> payments.find(shop, Long.parseLong(source.substring(source.indexOf('/') + 1))).orElseThrow());
    }
}
