package io.wanqu.simulators.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.wire.Fates;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.wire.PushSender;
import io.wanqu.simulators.wire.PushSender.Message;
import io.wanqu.simulators.Rsa;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/** What the provider tells a merchant of its own accord: sealed, signed and repeated until it is taken in. */
final class Callbacks implements AutoCloseable {

    /** The published 15 s, 15 s, 30 s, 3 m, 10 m, 20 m, 3 × 30 m, 60 m, 3 × 3 h, 2 × 6 h: a day, compressed to ten minutes. */
    private static final long COMPRESSION = 150;
    private static final long[] SECONDS = {15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600};

    /** What the platform puts before a signature that is wrong on purpose [M]. */
    private static final String SIGNATURE_TEST = "WECHATPAY/SIGNTEST/";

    private final Provider provider;
    private final Fates fates;

    Callbacks(Provider provider) {
        this.provider = provider;
        var waits = LongStream.of(SECONDS).mapToObj(each -> Duration.ofMillis(each * 1000 / COMPRESSION)).toList();
        fates = new Fates(new PushSender(waits, (status, _) -> status == 200 || status == 204));
    }

    Fates fates() {
        return fates;
    }

    void paid(Trade trade) {
        fates.send(message(trade, "TRANSACTION.SUCCESS", "transaction", trade.json(), trade.asked.notifyUrl()));
    }

    /** A refund comes to an end, and the merchant hears of it if an address was given. */
    void refunded(Refund refund, String status) {
        synchronized (refund.trade) {
            if (!refund.status.equals(Refund.PROCESSING)) {
                return;
            }
            refund.status = status;
            if (status.equals(Refund.SUCCESS)) {
                refund.succeededAt = provider.now();
                refund.trade.state = Trade.REFUNDED;
            }
            if (!refund.notifyUrl.isEmpty()) {
                var resource = refund.json("refund_status").put("mchid", refund.trade.merchant.mchid());
                fates.send(message(refund.trade, "REFUND." + status, "refund", resource, refund.notifyUrl));
            }
        }
    }

    /** Sends what an attacker or an accident might send; answers with the status it met. */
    int forge(Trade trade, String kind) {
        var good = trade.json();
        good.put("trade_state", Trade.SUCCESS)
            .put("success_time", Provider.beijing(provider.now()))
            .put("transaction_id", trade.transaction);
        var message = switch (kind) {
            case "signature", "signtest", "serial", "body", "stale", "sealed" -> message(trade, good);
            case "amount" -> message(trade, amount(good, 1));
            case "currency" -> message(trade, currency(good));
            case "payee" -> message(trade, good.put("mchid", "1900000999"));
            case "app" -> message(trade, good.put("appid", "wxsomebodyelse"));
            case "number" -> message(trade, good.put("out_trade_no", "999999999999999"));
            case "unpaid" -> message(trade, good.put("trade_state", Trade.NOT_PAID));
            default -> throw new IllegalArgumentException("no forgery " + kind);
        };
        return fates.probe(spoiled(trade, message, good, kind));
    }

    private Message spoiled(Trade trade, Message message, ObjectNode good, String kind) {
        var headers = new HashMap<>(message.headers());
        var body = new String(message.body(), UTF_8);
        switch (kind) {
            case "signature" -> headers.put("Wechatpay-Signature", Rsa.sign(Rsa.pair().getPrivate(), body));
            case "signtest" -> headers.put("Wechatpay-Signature", SIGNATURE_TEST + headers.get("Wechatpay-Signature"));
            case "serial" -> headers.put("Wechatpay-Serial", "5157F09EFDC096DE15EBE81A47057A7200000000");
            case "body" -> body = body.replace("encrypt-resource", "encrypt-Resource");
            case "stale" -> headers.putAll(Gateway.signature(provider, trade.merchant, body, provider.clock().seconds() - 601));
            case "sealed" -> {
                body = envelope("TRANSACTION.SUCCESS", "transaction", good, "another-key-of-thirty-two-bytes!").toString();
                headers.putAll(Gateway.signature(provider, trade.merchant, body, provider.clock().seconds()));
            }
            default -> {
            }
        }
        return new Message(message.target(), headers, body.getBytes(UTF_8));
    }

    private static ObjectNode amount(ObjectNode resource, long fen) {
        resource.putObject("amount").put("total", fen).put("payer_total", fen).put("currency", "CNY").put("payer_currency", "CNY");
        return resource;
    }

    private static ObjectNode currency(ObjectNode resource) {
        var total = resource.path("amount").path("total").asLong(0);
        resource.putObject("amount").put("total", total).put("payer_total", total).put("currency", "USD").put("payer_currency", "USD");
        return resource;
    }

    private Message message(Trade trade, ObjectNode resource) {
        return message(trade, "TRANSACTION.SUCCESS", "transaction", resource, trade.asked.notifyUrl());
    }

    private Message message(Trade trade, String event, String kind, ObjectNode resource, String target) {
        var body = envelope(event, kind, resource, trade.merchant.apiV3Key()).toString();
        var headers = new HashMap<>(Gateway.signature(provider, trade.merchant, body, provider.clock().seconds()));
        headers.put("Content-Type", "application/json");
        return new Message(URI.create(target), headers, body.getBytes(UTF_8));
    }

    private ObjectNode envelope(String event, String kind, ObjectNode resource, String key) {
        var nonce = Aead.nonce(12);
        var node = Json.object()
            .put("id", UUID.randomUUID().toString())
            .put("create_time", Provider.beijing(provider.now()))
            .put("resource_type", "encrypt-resource")
            .put("event_type", event)
            .put("summary", event);
        node.putObject("resource")
            .put("original_type", kind)
            .put("algorithm", Aead.NAME)
            .put("ciphertext", Aead.seal(key, kind, nonce, resource.toString()))
            .put("associated_data", kind)
            .put("nonce", nonce);
        return node;
    }

    @Override
    public void close() {
        fates.close();
    }
}
