package io.wanqu.payment.rail;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import tools.jackson.databind.JsonNode;

/** A rail before a simulated provider: one account, a postbox for callbacks, and a buyer. */
public final class RailStage implements AutoCloseable {

    /** How one provider's controls are spelled. */
    public interface Spelling {

        Rail rail(Clock clock);

        Method method();

        URI base(Provider provider);

        /** Registers a merchant; the answer's keys become the account's. */
        JsonNode register(Provider provider);

        String payee(JsonNode registered);

        String app(JsonNode registered);

        Map<String, String> keys(JsonNode registered);

        /** The body of a control that lets the next call of this kind take effect and loses its answer. */
        String lostAnswer(Step step);

        /** The body of a control that answers the next call of this kind with an error whose outcome is unknown. */
        String systemError(Step step);
    }

    public enum Step {
        START, QUERY, REFUND, SPLIT
    }

    private static final AtomicLong NUMBERS = new AtomicLong(Clock.systemUTC().millis() * 1000);
    private static final AtomicLong ACCOUNTS = new AtomicLong(1);

    public final Rail rail;
    public final Provider provider;
    public final Postbox postbox;
    public final RailAccount account;
    private final Spelling spelling;

    public RailStage(Spelling spelling, Provider provider, boolean sharing) {
        this.spelling = spelling;
        this.provider = provider;
        this.rail = spelling.rail(Clock.systemUTC());
        var registered = spelling.register(provider);
        var keys = new HashMap<>(spelling.keys(registered));
        if (sharing) {
            keys.put("sharing", "true");
        }
        this.account = new RailAccount(new RailAccount.Key(new ShopId(1), ACCOUNTS.getAndIncrement()), rail.name(), null,
                spelling.payee(registered), spelling.app(registered), new Keys(keys), spelling.base(provider), 1);
        this.postbox = new Postbox(rail, (headers, body) -> rail.read(account, headers, body));
    }

    public static String number() {
        return Long.toString(NUMBERS.getAndIncrement());
    }

    public static Money yuan(String text) {
        return Money.of(new BigDecimal(text).movePointRight(2).longValueExact(), "CNY");
    }

    public Asked asked(String payment, Money amount) {
        return asked(payment, amount, spelling.method());
    }

    public Asked asked(String payment, Money amount, Method method) {
        return new Asked(payment, amount, "月卡 30 天", method,
                new Asked.Buyer("203.0.113.7", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", URI.create("https://shop.example/orders/7")),
                postbox.address(), Clock.systemUTC().instant().plusSeconds(900));
    }

    public Reference begun(Money amount) {
        var asked = asked(number(), amount);
        rail.start(account, asked);
        return new Reference(asked.payment(), null, amount);
    }

    /** Begun, paid, and the callback read. */
    public Reference paid(Money amount) {
        var reference = begun(amount);
        pay(reference, false);
        return new Reference(reference.payment(), postbox.next().transaction(), amount);
    }

    public void pay(Reference payment, boolean silent) {
        provider.pull("/pay", "{\"outTradeNo\":\"%s\",\"silent\":%s}".formatted(payment.payment(), silent));
    }

    public int forge(Reference payment, String kind) {
        return provider.pull("/forge", "{\"outTradeNo\":\"%s\",\"kind\":\"%s\"}".formatted(payment.payment(), kind)).path("status").asInt(-1);
    }

    public void push(String json) {
        provider.pull("/push", json);
    }

    public void loseAnswer(Step step) {
        provider.pull("/fault", spelling.lostAnswer(step));
    }

    public void systemError(Step step) {
        provider.pull("/fault", spelling.systemError(step));
    }

    public JsonNode trade(Reference payment) {
        var found = List.copyOf(provider.look("/trades").path("trades").valueStream()
                .filter(each -> each.path("out_trade_no").asString("").equals(payment.payment())).toList());
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " trades of this number");
        }
        return found.getFirst();
    }

    public RefundAsked refund(Reference payment, Money amount) {
        return new RefundAsked(payment, number(), amount, "为什么不呢", postbox.address(), List.of());
    }

    /** What stands in the books of a refund once the provider is done. */
    public Sent settled(RefundAsked refund) {
        return rail.refundState(account, refund);
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void close() {
        provider.pull("/fault", "{\"clear\":true}");
        provider.pull("/platform", "{\"skewSeconds\":0,\"outage\":false}");
        postbox.close();
    }
}
