package io.wanqu.simulators.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.wire.Fates;
import io.wanqu.simulators.wire.PushSender;
import io.wanqu.simulators.wire.PushSender.Message;
import io.wanqu.simulators.Rsa;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the provider tells of its own accord: a signed form, repeated until it reads exactly "success". */
final class Notifier implements AutoCloseable {

    static final String BUYER = "2088102116773037";

    /** The published 4 m, 10 m, 10 m, 1 h, 2 h, 6 h, 15 h: a day, compressed to ten minutes. */
    private static final long COMPRESSION = 150;
    private static final long[] SECONDS = {240, 600, 600, 3600, 7200, 21_600, 54_000};

    private final Provider provider;
    private final Fates fates;

    Notifier(Provider provider) {
        this.provider = provider;
        var waits = LongStream.of(SECONDS).mapToObj(each -> Duration.ofMillis(each * 1000 / COMPRESSION)).toList();
        fates = new Fates(new PushSender(waits, (status, body) -> status == 200 && body.equals("success")));
    }

    Fates fates() {
        return fates;
    }

    /** Tells the state of a trade; a refund is told by its own amount and number, whatever the state. */
    void tell(Trade trade, Trade.@Nullable Refund refund) {
        if (!trade.asked.notifyUrl().isEmpty()) {
            fates.send(message(trade, signed(fields(trade, refund))));
        }
    }

    /** Sends what an attacker or an accident might send; answers with the status it met. */
    int forge(Trade trade, String kind) {
        var fields = fields(trade, null);
        fields.put("trade_status", Trade.SUCCESS);
        switch (kind) {
            case "amount" -> fields.put("total_amount", "0.01");
            case "payee" -> fields.put("seller_id", "2088000000000000");
            case "app" -> fields.put("app_id", "2014000000000000");
            case "number" -> fields.put("out_trade_no", "999999999999999");
            case "unpaid" -> fields.put("trade_status", Trade.WAITING);
            case "stale" -> fields.put("notify_time", provider.time(provider.now().minus(Duration.ofDays(3))));
            case "signature", "body", "type" -> {
            }
            default -> throw new IllegalArgumentException("no forgery " + kind);
        }
        var signed = signed(fields);
        switch (kind) {
            case "signature" -> signed.put("sign", Rsa.sign(Rsa.pair().getPrivate(), Provider.content(fields, "sign", "sign_type")));
            case "body" -> signed.put("subject", "another thing");
            case "type" -> signed.remove("sign");
            default -> {
            }
        }
        return fates.probe(message(trade, signed));
    }

    private TreeMap<String, String> fields(Trade trade, Trade.@Nullable Refund refund) {
        var fields = new TreeMap<String, String>();
        fields.put("app_id", trade.app.id());
        fields.put("buyer_id", BUYER);
        fields.put("charset", "utf-8");
        fields.put("gmt_create", provider.time(trade.createdAt));
        fields.put("notify_id", UUID.randomUUID().toString().replace("-", "") + "786");
        fields.put("notify_time", provider.time(provider.now()));
        fields.put("notify_type", "trade_status_sync");
        fields.put("out_trade_no", trade.asked.number());
        fields.put("passback_params", trade.asked.passback());
        fields.put("seller_id", trade.app.seller());
        fields.put("subject", trade.asked.subject());
        fields.put("total_amount", Provider.yuan(trade.asked.totalFen()));
        fields.put("trade_no", trade.id);
        fields.put("trade_status", trade.state);
        fields.put("version", "1.0");
        if (trade.paidAt != null) {
            fields.put("gmt_payment", provider.time(trade.paidAt));
            fields.put("receipt_amount", Provider.yuan(trade.asked.totalFen()));
            fields.put("buyer_pay_amount", Provider.yuan(trade.asked.totalFen()));
        }
        if (trade.closedAt != null) {
            fields.put("gmt_close", provider.time(trade.closedAt));
        }
        if (refund != null) {
            fields.put("gmt_refund", provider.time(refund.at()));
            fields.put("out_biz_no", refund.number());
            fields.put("refund_fee", Provider.yuan(trade.refundedFen()));
        }
        return fields;
    }

    private TreeMap<String, String> signed(Map<String, String> fields) {
        var signed = new TreeMap<>(fields);
        signed.put("sign", provider.sign(Provider.content(fields)));
        signed.put("sign_type", "RSA2");
        return signed;
    }

    private static Message message(Trade trade, Map<String, String> fields) {
        var body = fields.entrySet().stream()
            .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
        return new Message(URI.create(trade.asked.notifyUrl()),
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), body.getBytes(UTF_8));
    }

    @Override
    public void close() {
        fates.close();
    }
}
