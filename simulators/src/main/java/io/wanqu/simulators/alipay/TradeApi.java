package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.alipay.Gateway.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Trades: a code to be scanned, looking, closing. */
final class TradeApi {

    private static final long MAX_FEN = 10_000_000_000L;

    private final Provider provider;
    private final Notifier notifier;

    TradeApi(Provider provider, Notifier notifier) {
        this.provider = provider;
        this.notifier = notifier;
    }

    void offer(Gateway gateway) {
        gateway.offer("alipay.trade.precreate", this::precreate);
        gateway.offer("alipay.trade.query", this::query);
        gateway.offer("alipay.trade.close", this::close);
    }

    private ObjectNode precreate(Call call) {
        var trade = asked(provider, call);
        return Json.object()
            .put("out_trade_no", trade.asked.number())
            .put("qr_code", "https://qr.alipay.com/bax" + trade.id.substring(trade.id.length() - 12));
    }

    /** A trade as a page, a telephone's page or a code asks for it. */
    static Trade asked(Provider provider, Call call) {
        var number = call.need("out_trade_no");
        if (!number.matches("\\w{1,64}")) {
            throw Refusal.parameter("out_trade_no has at most 64 letters, digits and underscores");
        }
        var fen = Provider.fen(call.need("total_amount"));
        if (fen < 1 || fen > MAX_FEN) {
            throw Refusal.parameter("total_amount is out of range");
        }
        if (call.need("subject").matches(".*[/=&].*")) {
            throw Refusal.parameter("subject holds / = or &");
        }
        var asked = new Trade.Asked(number, fen, call.text("subject"), call.parameters().getOrDefault("notify_url", ""),
            call.parameters().getOrDefault("return_url", ""), call.text("passback_params"),
            call.body().path("extend_params").path("royalty_freeze").asString("").equals("true"));
        return provider.open(new Trade(call.app(), asked, provider.next("202401012200100000000"), provider.now(), expiry(provider, call)));
    }

    private static @Nullable Instant expiry(Provider provider, Call call) {
        var text = call.text("time_expire");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var at = LocalDateTime.parse(text.replace(' ', 'T')).atZone(Provider.BEIJING).toInstant();
            if (at.isAfter(provider.now())) {
                return at;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter("time_expire is no time");
        }
        throw Refusal.parameter("time_expire has passed");
    }

    private ObjectNode query(Call call) {
        var trade = provider.trade(call.app(), call.body());
        synchronized (trade) {
            var node = Json.object()
                .put("trade_no", trade.id)
                .put("out_trade_no", trade.asked.number())
                .put("buyer_logon_id", "159****5620")
                .put("trade_status", trade.state)
                .put("total_amount", Provider.yuan(trade.asked.totalFen()))
                .put("subject", trade.asked.subject());
            if (trade.paidAt != null) {
                node.put("send_pay_date", provider.time(trade.paidAt)).put("buyer_user_id", Notifier.BUYER)
                    .put("receipt_amount", Provider.yuan(trade.asked.totalFen()))
                    .put("buyer_pay_amount", Provider.yuan(trade.asked.totalFen()));
            }
            return node;
        }
    }

    private ObjectNode close(Call call) {
        var trade = provider.trade(call.app(), call.body());
        synchronized (trade) {
            if (trade.paidAt != null) {
                throw Refusal.status();
            }
            if (!trade.state.equals(Trade.CLOSED)) {
                trade.close(provider.now());
                notifier.tell(trade, null);
            }
        }
        return Json.object().put("trade_no", trade.id).put("out_trade_no", trade.asked.number());
    }
}
