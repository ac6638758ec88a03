package io.wanqu.payment.wechatpay;

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
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.rail.SplitRail;

import org.springframework.stereotype.Component;

/** WeChat Pay: codes to scan, pages within WeChat, mini programs, telephones' browsers and applications. */
@Component
class WechatPayRail implements SplitRail, BillRail {

    static final String NAME = "wechatpay";

    private final Clock clock;
    private final PerAccount<Client> clients;

    WechatPayRail(Clock clock) {
        this.clock = clock;
        this.clients = new PerAccount<>(account -> Client.of(account, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.NATIVE, Method.JSAPI, Method.MINI, Method.H5, Method.APP);
    }

    @Override
    public Set<String> keys() {
        return Set.of(Client.PRIVATE_KEY, Client.SERIAL, Client.API_V3_KEY);
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
        return new Callbacks(clients.of(account), clock).read(headers, body);
    }

    @Override
    public Reply acknowledged() {
        return new Reply(200, "application/json", "");
    }

    @Override
    public Reply failed() {
        return new Reply(500, "application/json", "{\"code\":\"FAIL\",\"message\":\"not taken in\"}");
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

    @Override
    public boolean sharesComeBackWithRefunds() {
        return false;
    }

    @Override
    public Splitting giveBack(RailAccount account, GiveBack back) {
        return sharing(account).giveBack(back);
    }

    @Override
    public List<BillLine> bill(RailAccount account, LocalDate day) {
        return new Bills(clients.of(account)).of(day);
    }

    private Paying paying(RailAccount account) {
        var client = clients.of(account);
        return new Paying(client, account, new Instructions(client.signer, clock));
    }

    private Sharing sharing(RailAccount account) {
        return new Sharing(clients.of(account), account, paying(account));
    }
}
