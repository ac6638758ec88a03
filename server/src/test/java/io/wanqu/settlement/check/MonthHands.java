package io.wanqu.settlement.check;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.callback.TakeNotices;
import io.wanqu.payment.sandbox.SandboxRail;
import io.wanqu.settlement.check.MonthTrade.Month;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What buyers, the shop, banks and the platform do in a month of trade; what chance decides is told as a number. */
@Component
class MonthHands {

    static final int KINDS = 9;

    private final PlaceOrders placeOrders;
    private final SettlesPayments settles;
    private final Door door;
    private final Buyer buyer;
    private final Api api;
    private final JdbcClient jdbc;

    MonthHands(PlaceOrders placeOrders, SettlesPayments settles, Door door, Buyer buyer, Api api, JdbcClient jdbc) {
        this.placeOrders = placeOrders;
        this.settles = settles;
        this.door = door;
        this.buyer = buyer;
        this.api = api;
        this.jdbc = jdbc;
    }

    Runnable act(Month month, Book book, int kind, int chance) {
        return switch (kind) {
            case 0 -> () -> buy(month, book, chance);
            case 1 -> () -> confirm(month, book.any(chance));
            case 2 -> () -> refund(month, book.any(chance), 1 + chance % 700);
            case 3 -> () -> chargeBack(month, book, chance);
            case 4 -> () -> complain(month, book.any(chance), chance);
            case 5 -> () -> answer(month, book, chance);
            case 6 -> () -> draw(month, chance);
            case 7 -> () -> decide(month, chance);
            case 8 -> () -> topUp(month, chance);
            default -> () -> api.post("/api/v1/deposit/top-ups", month.token(), "{\"amount\":" + amount(chance) + "}");
        };
    }

    /** One sale in eight is paid at a provider, over the network. */
    private void buy(Month month, Book book, int chance) {
        switch (chance % 16) {
            case 3 -> pay(month, book, "wechatpay", chance);
            case 11 -> pay(month, book, "alipay", chance);
            default -> {
                var placed = (Placed) placeOrders.place(month.stall().order(1 + chance % 2));
                book.orders.add(new Sold(placed.order().text(), placed.payment(), placed.total().minor(), "sandbox", "secret-pass"));
                settles.settle(new Notice("sandbox", "paid-" + placed.payment(), month.shop(), placed.payment(), "sandbox-" + month.shop(),
                        placed.total(), true));
            }
        }
    }

    /** Some callbacks are lost; the payment is then found by asking. */
    private void pay(Month month, Book book, String rail, int chance) {
        var side = month.providers().get(rail);
        var order = buyer.order(month.stall(), 1, rail);
        var started = buyer.start(order, "{\"method\":\"" + side.method() + "\",\"rail\":\"" + rail + "\"}");
        if (started.status() != 200) {
            throw new IllegalStateException(started.text());
        }
        var payment = jdbc.sql("select max(payment_id) from payment.payment where shop_id = ? and subject = ?")
                .params(month.shop().value(), Long.parseLong(order.number())).query(Long.class).single();
        var lost = chance / 16 % 4 == 0;
        side.provider().pull("/pay", "{\"outTradeNo\":\"%d\",\"silent\":%b}".formatted(payment, lost));
        book.orders.add(new Sold(order.number(), payment, 990, rail, "night-owl"));
        if (lost) {
            book.lost.incrementAndGet();
        }
    }

    private void confirm(Month month, Sold sold) {
        api.send("PUT", buyers(month, sold) + "/confirmation", null, null, "Order-Password", sold.password);
    }

    private void refund(Month month, Sold sold, long minor) {
        api.post("/api/v1/orders/" + sold.order + "/refunds", month.token(), "{\"amountMinor\":%d,\"reason\":\"chance\"}".formatted(minor));
    }

    private void chargeBack(Month month, Book book, int chance) {
        var sold = book.any(chance);
        if (!sold.rail.equals("sandbox")) {
            return;
        }
        if (chance % 5 == 0 && book.disputed.putIfAbsent(sold.payment, sold.totalMinor) == null) {
            door.tell(month, sold.payment, sold.totalMinor, "CHARGED_BACK");
        } else if (chance % 2 == 0 && book.disputed.containsKey(sold.payment)) {
            door.tell(month, sold.payment, sold.totalMinor, "CHARGE_BACK_WON");
        }
    }

    private void complain(Month month, Sold sold, int chance) {
        api.post(buyers(month, sold) + "/cases", null, "{\"kind\":\"%s\",\"line\":1,\"text\":\"it does not work\"}"
                .formatted(chance % 3 == 0 ? "refund" : "exchange"), "Order-Password", sold.password);
    }

    /** The oldest case that is open goes one step on: given in to, refused, brought before the platform, decided there. */
    private void answer(Month month, Book book, int chance) {
        jdbc.sql("""
                select case_id, order_id, state
                  from aftersale.buyer_case
                 where shop_id = ? and state in ('opened', 'refused', 'escalated')
                 order by case_id
                 limit 1
                """)
            .param(month.shop().value()).query(OpenCase.class).optional().ifPresent(open -> {
                var own = "/api/v1/cases/" + open.caseId;
                switch (open.state) {
                    case "refused" -> book.of(open.orderId).ifPresent(sold -> api.send("PUT", buyers(month, sold) + "/cases/" + open.caseId + "/escalation",
                            null, "{\"text\":\"I still want it\"}", "Order-Password", sold.password));
                    case "escalated" -> api.send("PUT", "/api/v1/operator/shops/" + month.shop() + own.substring("/api/v1".length()) + "/verdict",
                            month.operator(), "{\"of\":\"%s\",\"reason\":\"so be it\"}".formatted(chance % 2 == 0 ? "buyer" : "shop"));
                    default -> {
                        if (chance % 4 == 0) {
                            api.send("PUT", own + "/refusal", month.token(), "{\"text\":\"it works here\"}");
                        } else {
                            api.send("PUT", own + "/agreement", month.token(), "{}");
                        }
                    }
                }
            });
    }

    private void draw(Month month, int chance) {
        var rail = List.of("sandbox", "sandbox", "wechatpay", "alipay").get(chance % 4);
        api.post("/api/v1/payouts", month.token(), "{\"receiver\":\"" + month.receivers().get(rail) + "\",\"amount\":" + amount(chance) + "}");
    }

    private void decide(Month month, int chance) {
        var rejected = chance % 4 == 0;
        jdbc.sql("select payout_id from settlement.payout where shop_id = ? and state = 'requested' limit 1").param(month.shop().value())
                .query(Long.class).optional().ifPresent(payout -> api.send("PUT", "/api/v1/operator/shops/" + month.shop() + "/payouts/" + payout
                        + (rejected ? "/rejection" : "/approval"), month.operator(), rejected ? "{\"reason\":\"chance\"}" : null));
    }

    private void topUp(Month month, int chance) {
        var minor = 1 + chance % 300;
        var asked = api.post("/api/v1/shops/" + month.stall().shop().slug() + "/wallet/top-ups", null,
                "{\"amountMinor\":" + minor + ",\"method\":\"sandbox\"}", "Wallet-Key", month.wallet());
        if (asked.status() == 201) {
            door.tell(month, Long.parseLong(asked.json().path("id").asString()), minor, "SUCCESS");
        }
    }

    private static String buyers(Month month, Sold sold) {
        return "/api/v1/shops/" + month.stall().shop().slug() + "/orders/" + sold.order;
    }

    private static String amount(int chance) {
        return "{\"minor\":" + (1 + chance % 1500) + ",\"currency\":\"CNY\"}";
    }

    private record OpenCase(long caseId, long orderId, String state) {
    }

    /** An order as whoever comes back to it needs it. */
    record Sold(String order, long payment, long totalMinor, String rail, String password) {
    }

    /** What happened so far. */
    static final class Book {

        final List<Sold> orders = new CopyOnWriteArrayList<>();
        final Map<Long, Long> disputed = new ConcurrentHashMap<>();
        final AtomicInteger lost = new AtomicInteger();

        /** The payments that a provider has taken in, whether anybody told us or not. */
        Long[] atProviders() {
            return orders.stream().filter(sold -> !sold.rail.equals("sandbox")).map(Sold::payment).toArray(Long[]::new);
        }

        private Optional<Sold> of(long order) {
            return orders.stream().filter(sold -> sold.order.equals(Long.toString(order))).findFirst();
        }

        private Sold any(int chance) {
            if (orders.isEmpty()) {
                throw new IllegalStateException("nothing was sold yet");
            }
            return orders.get(chance % orders.size());
        }
    }

    /** Where the sandbox's signed callbacks come in. */
    @Component
    static class Door {

        private final TakeNotices takeNotices;
        private final SandboxRail sandbox;
        private final Clock clock;

        Door(TakeNotices takeNotices, SandboxRail sandbox, Clock clock) {
            this.takeNotices = takeNotices;
            this.sandbox = sandbox;
            this.clock = clock;
        }

        void tell(Month month, long payment, long minor, String state) {
            var body = """
                    {"event":"%s-%d","shop":"%s","payment":"%d","amount":%d,"currency":"CNY","payee":"sandbox-%s","state":"%s"}"""
                    .formatted(state, payment, month.shop(), payment, minor, month.shop(), state).getBytes(StandardCharsets.UTF_8);
            var signature = sandbox.sign(month.shop(), clock.instant().getEpochSecond(), body);
            takeNotices.take(sandbox, sandbox.account(month.shop()), Map.of("sandbox-signature", signature), body);
        }
    }
}
