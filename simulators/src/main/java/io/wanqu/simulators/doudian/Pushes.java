package io.wanqu.simulators.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.PushSender;
import io.wanqu.simulators.doudian.AfterSales.AfterSale;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Messages to sellers, and what may happen to them on the way. */
final class Pushes implements AutoCloseable {

    static final String CREATED = "100";
    static final String PAID = "101";
    static final String SHIPPED = "102";
    static final String COMPLETED = "103";
    static final String CANCELLED = "106";
    static final String PARTLY_SHIPPED = "108";
    static final String REFUND_APPLIED = "200";
    static final String REFUND_SUCCEEDED = "206";
    static final String REFUND_CLOSED = "207";

    private static final int E_COUPON = 5;

    private final Market market;
    private final PushSender sender = new PushSender(Pushes::isSuccess);
    private final Map<String, URI> targets = new ConcurrentHashMap<>();
    private final AtomicLong messageIds = new AtomicLong(7_000_000_000_000_000_001L);
    private final AtomicLong lost = new AtomicLong();
    private final Deque<PushSender.Message> held = new ArrayDeque<>();
    private int toLose;
    private int toDouble;
    private int toHold;
    private Duration delay = Duration.ZERO;

    Pushes(Market market) {
        this.market = market;
    }

    void order(String topic, Order order) {
        var app = market.shop(order.shopId()).app();
        if (!targets.containsKey(app.key())) {
            return;
        }
        var data = Json.object()
            .put("p_id", order.id())
            .put("shop_id", order.shopId())
            .put("order_status", order.status())
            .put("order_type", E_COUPON)
            .put("pay_time", order.paidAt())
            .put("pay_amount", order.amountFen())
            .put("pay_type", 1)
            .put("biz", 11)
            .put("update_time", order.updatedAt());
        order.lines().forEach(line -> data.withArray("s_ids").add(line.id()));
        send(app, topic, data);
    }

    void refund(String topic, AfterSale sale) {
        var order = market.order(sale.line().orderId());
        var app = market.shop(order.shopId()).app();
        if (!targets.containsKey(app.key())) {
            return;
        }
        send(app, topic, Json.object()
            .put("aftersale_id", sale.id())
            .put("p_id", order.id())
            .put("s_id", sale.line().id())
            .put("shop_id", order.shopId())
            .put("aftersale_status", sale.status())
            .put("aftersale_type", 2)
            .put("refund_amount", sale.line().amountFen())
            .put("update_time", sale.updatedAt()));
    }

    void direct(App app, URI target) {
        targets.put(app.key(), target);
    }

    /** A message with a right form and a wrong signature, claiming that an order was paid. */
    void forge(App app, long orderId) {
        var body = body(PAID, Json.object().put("p_id", orderId).put("order_status", Order.TO_SHIP));
        var stranger = new App(app.key(), "guessed");
        sender.sendNow(message(target(app), app, Signing.push(stranger, body), body));
    }

    synchronized void lose(int count) {
        toLose = count;
    }

    synchronized void twice(int count) {
        toDouble = count;
    }

    /** The next messages wait for each other and then go out last first. */
    synchronized void reorder(int count) {
        toHold = count;
    }

    synchronized void delay(Duration by) {
        delay = by;
    }

    /** Lets go of what waits for a partner that never came. */
    synchronized void flush() {
        toHold = 0;
        release();
    }

    ObjectNode counts() {
        return Json.object()
            .put("attempts", sender.attempts())
            .put("acknowledged", sender.acknowledged())
            .put("givenUp", sender.givenUp())
            .put("lost", lost.get());
    }

    private void send(App app, String topic, ObjectNode data) {
        var body = body(topic, data);
        pass(message(target(app), app, Signing.push(app, body), body));
    }

    private synchronized void pass(PushSender.Message message) {
        if (toLose > 0) {
            toLose--;
            lost.incrementAndGet();
            return;
        }
        if (toHold > 0) {
            held.push(message);
            toHold--;
            if (toHold == 0) {
                release();
            }
            return;
        }
        dispatch(message);
    }

    private void release() {
        var wait = delay;
        while (!held.isEmpty()) {
            sender.send(held.pop(), wait);
            wait = wait.plusMillis(50);
        }
    }

    private void dispatch(PushSender.Message message) {
        var copies = toDouble > 0 ? 2 : 1;
        toDouble = Math.max(0, toDouble - 1);
        for (var copy = 0; copy < copies; copy++) {
            if (delay.isZero()) {
                sender.sendNow(message);
            } else {
                sender.send(message, delay);
            }
        }
    }

    private byte[] body(String topic, ObjectNode data) {
        var element = Json.object()
            .put("tag", topic)
            .put("msg_id", String.valueOf(messageIds.getAndIncrement()))
            .put("data", data.toString());
        return Json.array().add(element).toString().getBytes(UTF_8);
    }

    private static PushSender.Message message(@Nullable URI target, App app, String sign, byte[] body) {
        if (target == null) {
            throw new IllegalArgumentException("no push address for app " + app.key());
        }
        return new PushSender.Message(target, Map.of("app-id", app.key(), "event-sign", sign), body);
    }

    private @Nullable URI target(App app) {
        return targets.get(app.key());
    }

    private static boolean isSuccess(String answer) {
        try {
            return Json.read(answer).path("code").asInt(-1) == 0;
        } catch (JacksonException e) {
            return false;
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
