package io.wanqu.payment.alipay;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.BillRail;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.PerAccount;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.rail.SplitRail;

import org.springframework.stereotype.Component;

/** Alipay: its cashier in a browser, codes to scan, applications. */
@Component
class AlipayRail implements SplitRail, BillRail {

    static final String NAME = "alipay";

    private final Clock clock;
    private final PerAccount<Client> clients = new PerAccount<>(Client::of);

    AlipayRail(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.PAGE, Method.WAP, Method.PRECREATE, Method.APP);
    }

    @Override
    public Set<String> keys() {
        return Set.of(Client.PRIVATE_KEY, Client.ALIPAY_PUBLIC_KEY);
    }

    @Override
    public Started start(RailAccount account, Asked asked) {
        return paying(account).start(asked);
    }

    @Override
    public Seen query(RailAccount account, Reference payment) {
        return paying(account).query(payment);
    }

    @Override
    public Seen close(RailAccount account, Reference payment) {
        return paying(account).close(payment);
    }

    @Override
    public Sent refund(RailAccount account, RefundAsked refund) {
        return new Refunding(clients.of(account)).refund(refund);
    }

    @Override
    public Sent refundState(RailAccount account, RefundAsked refund) {
        return new Refunding(clients.of(account)).state(refund);
    }

    @Override
    public List<RailNotice> read(RailAccount account, Map<String, String> headers, byte[] body) {
        return new Notifications(clients.of(account), clock).read(body);
    }

    /** Exactly these seven letters; anything else is told again. */
    @Override
    public Reply acknowledged() {
        return new Reply(200, "text/plain", "success");
    }

    @Override
    public Reply failed() {
        return new Reply(500, "text/plain", "failure");
    }

    @Override
    public void bind(RailAccount account, Receiver receiver) {
        sharing(account).bind(receiver);
    }

    @Override
    public void unbind(RailAccount account, Receiver receiver) {
        sharing(account).unbind(receiver);
    }

    @Override
    public Splitting split(RailAccount account, SplitAsked split) {
        return sharing(account).split(split);
    }

    @Override
    public Splitting unfreezeRest(RailAccount account, SplitAsked rest) {
        return sharing(account).unfreeze(rest);
    }

    @Override
    public Splitting splitState(RailAccount account, SplitAsked split) {
        return sharing(account).state(split);
    }

    /** Here shares come back with the refund that names them, never by themselves. */
    @Override
    public boolean sharesComeBackWithRefunds() {
        return true;
    }

    @Override
    public Splitting giveBack(RailAccount account, GiveBack back) {
        throw RailException.refused("not-offered", "shares of this rail come back with a refund");
    }

    @Override
    public List<BillLine> bill(RailAccount account, LocalDate day) {
        return new Bills(clients.of(account)).of(day);
    }

    private Paying paying(RailAccount account) {
        return new Paying(clients.of(account));
    }

    private Sharing sharing(RailAccount account) {
        var client = clients.of(account);
        return new Sharing(client, new Paying(client));
    }
}
