package io.wanqu.wallet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.SettlesElse;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.wallet.Wallets.Cause;
import io.wanqu.wallet.Wallets.Wallet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that comes through a rail into a wallet; the limits are compared before it is asked for, because money that came is money. */
@Component
class TopUps implements SettlesElse {

    static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Wallets wallets;
    private final Limits limits;
    private final GiftCards.Bench bench;

    TopUps(JdbcClient jdbc, Payments payments, Wallets wallets, Limits limits, GiftCards.Bench bench) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.wallets = wallets;
        this.limits = limits;
        this.bench = bench;
    }

    @Transactional
    public long begin(Wallet holder, Money amount) {
        var wallet = wallets.lock(holder.shop(), holder.id());
        var waiting = jdbc.sql("""
                select coalesce(sum(amount_minor), 0)::bigint
                  from wallet.top_up
                 where shop_id = :shop and wallet_id = :wallet and state = 'open' and made_at > :since
                """)
            .param("shop", wallet.shop().value())
            .param("wallet", wallet.id())
            .param("since", bench.now().minus(OPEN_FOR).atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
        limits.mustTake(wallet, Math.addExact(amount.minor(), waiting));
        var id = bench.next();
        jdbc.sql("""
                insert into wallet.top_up (shop_id, top_up_id, wallet_id, amount_minor, currency, made_at)
                values (:shop, :id, :wallet, :amount, :currency, :now)
                """)
            .param("shop", wallet.shop().value())
            .param("id", id)
            .param("wallet", wallet.id())
            .param("amount", amount.minor())
            .param("currency", amount.currency().getCurrencyCode())
            .param("now", bench.now().atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    boolean isOf(Wallet wallet, long topUp) {
        return jdbc.sql("select exists (select 1 from wallet.top_up where shop_id = ? and top_up_id = ? and wallet_id = ?)")
                .params(wallet.shop().value(), topUp, wallet.id()).query(Boolean.class).single();
    }

    Instant until() {
        return bench.now().plus(OPEN_FOR);
    }

    @Override
    public boolean owns(ShopId shop, long subject) {
        return jdbc.sql("select exists (select 1 from wallet.top_up where shop_id = ? and top_up_id = ?)").params(shop.value(), subject)
                .query(Boolean.class).single();
    }

    @Override
    @Transactional
    public Settlement settle(Notice notice) {
        var asked = payments.of(List.of(notice)).get(notice.payment());
        var wallet = asked == null ? null : jdbc.sql("select wallet_id from wallet.top_up where shop_id = ? and top_up_id = ? for update")
                .params(notice.shop().value(), asked.subject()).query(Long.class).optional().orElse(null);
        if (asked == null || wallet == null || !asked.rail().equals(notice.rail()) || !asked.payee().equals(notice.payee())
                || !asked.amount().equals(notice.amount())) {
            return Settlement.MISMATCH;
        }
        if (payments.remember(List.of(notice)).isEmpty()) {
            return Settlement.REPEATED;
        }
        if (!notice.paid()) {
            payments.end(List.of(asked), Payment.State.FAILED);
            return Settlement.FAILED;
        }
        if (payments.end(List.of(asked), Payment.State.SUCCEEDED).isEmpty()) {
            return Settlement.REPEATED;
        }
        wallets.move(wallets.lock(notice.shop(), wallet), new Cause(Wallets.Kind.TOP_UP, "top-up/" + asked.id(),
                Account.receivable(asked.rail())), asked.amount());
        jdbc.sql("update wallet.top_up set state = 'paid' where shop_id = ? and top_up_id = ?").params(notice.shop().value(), asked.subject()).update();
        return Settlement.SETTLED;
    }
}
