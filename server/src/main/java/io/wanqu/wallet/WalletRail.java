package io.wanqu.wallet;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.BuiltInRail;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.wallet.Wallets.Cause;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays with stored value; what goes back goes back to the wallet that paid. */
@Component
class WalletRail implements BuiltInRail {

    static final String NAME = "wallet";

    private final Wallets wallets;
    private final Offers offers;
    private final TransactionTemplate transaction;

    WalletRail(Wallets wallets, Offers offers, TransactionTemplate transaction) {
        this.wallets = wallets;
        this.offers = offers;
        this.transaction = transaction;
    }

    static String source(String payment) {
        return "payment/" + payment;
    }

    static String payee(ShopId shop) {
        return "wallet-" + shop.text();
    }

    @Override
    public boolean offered(ShopId shop) {
        return offers.allowed(shop);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.BALANCE);
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public RailAccount account(ShopId shop) {
        return new RailAccount(new RailAccount.Key(shop, shop.value()), NAME, null, payee(shop), "", new Keys(Map.of()), null, 1);
    }

    @Override
    public Map<String, String> instruction(ShopId shop, String payment) {
        return Map.of("how", "PUT …/wallet/payments/" + payment + " with the header Wallet-Key");
    }

    @Override
    public Started start(RailAccount account, Asked asked) {
        return new Started(instruction(account.key().shop(), asked.payment()), null);
    }

    @Override
    public Seen query(RailAccount account, Reference payment) {
        return wallets.known(account.key().shop(), source(payment.payment()))
                ? Seen.paid(null, payment.amount(), account.payee(), null) : Seen.unpaid(Seen.State.PENDING);
    }

    @Override
    public Seen close(RailAccount account, Reference payment) {
        var seen = query(account, payment);
        return seen.state() == Seen.State.PAID ? seen : Seen.unpaid(Seen.State.CLOSED);
    }

    @Override
    public Sent refund(RailAccount account, RefundAsked refund) {
        var shop = account.key().shop();
        var payer = wallets.payer(shop, source(refund.payment().payment()))
                .orElseThrow(() -> RailException.refused("unknown-payment", "no wallet paid this"));
        transaction.executeWithoutResult(status -> wallets.move(wallets.lock(shop, payer),
                new Cause(Wallets.Kind.REFUND, "refund/" + refund.number(), Account.receivable(NAME)), refund.amount()));
        return Sent.succeeded(null);
    }

    @Override
    public Sent refundState(RailAccount account, RefundAsked refund) {
        return wallets.known(account.key().shop(), "refund/" + refund.number()) ? Sent.succeeded(null) : new Sent(Sent.State.MISSING, null, null);
    }

    @Override
    public List<RailNotice> read(RailAccount account, Map<String, String> headers, byte[] body) {
        throw new ForgedNotice(ForgedNotice.Kind.FORGED, "nothing: this rail calls nobody back");
    }

    @Override
    public Reply acknowledged() {
        return new Reply(200, "application/json", "{}");
    }

    @Override
    public Reply failed() {
        return new Reply(500, "application/json", "{}");
    }
}
