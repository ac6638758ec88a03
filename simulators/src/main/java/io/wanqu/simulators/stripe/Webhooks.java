package io.wanqu.simulators.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.wire.PushSender;
import io.wanqu.simulators.wire.PushSender.Message;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/** Events on their way to merchants, and what may happen to them. */
final class Webhooks implements AutoCloseable {

    private final Bank bank;
    private final PushSender sender = new PushSender(answer -> true);
    private final AtomicLong lost = new AtomicLong();
    private int toLose;
    private int copies = 1;
    private long age;
    private String secretInstead = "";
    private Duration delay = Duration.ZERO;

    Webhooks(Bank bank) {
        this.bank = bank;
    }

    void tell(Merchant merchant, String type, ObjectNode object) {
        var target = merchant.webhook();
        if (target == null) {
            return;
        }
        var now = bank.clock().seconds();
        var event = Json.object()
            .put("id", bank.number("evt_"))
            .put("object", "event")
            .put("api_version", "2026-07-29.dahlia")
            .put("created", now)
            .put("livemode", false)
            .put("pending_webhooks", 1)
            .put("type", type);
        event.putObject("data").set("object", object);
        pass(merchant, event.toString().getBytes(UTF_8));
    }

    private synchronized void pass(Merchant merchant, byte[] body) {
        if (toLose > 0) {
            toLose--;
            lost.incrementAndGet();
            return;
        }
        var secret = secretInstead.isEmpty() ? merchant.webhookSecret() : secretInstead;
        var header = Signing.header(secret, bank.clock().seconds() - age, body);
        var target = merchant.webhook();
        if (target == null) {
            return;
        }
        var message = new Message(target, Map.of("Stripe-Signature", header), body);
        for (var copy = 0; copy < copies; copy++) {
            if (delay.isZero()) {
                sender.sendNow(message);
            } else {
                sender.send(message, delay);
            }
        }
    }

    synchronized void lose(int count) {
        toLose = count;
    }

    /** How often each event is sent. */
    synchronized void copies(int count) {
        copies = count;
    }

    /** Events look as if they had been signed so long ago. */
    synchronized void age(long seconds) {
        age = seconds;
    }

    /** Events are signed with another secret; empty for the right one again. */
    synchronized void forge(String secret) {
        secretInstead = secret;
    }

    synchronized void delay(Duration by) {
        delay = by;
    }

    ObjectNode counts() {
        return Json.object()
            .put("attempts", sender.attempts())
            .put("acknowledged", sender.acknowledged())
            .put("givenUp", sender.givenUp())
            .put("lost", lost.get());
    }

    @Override
    public void close() {
        sender.close();
    }
}
