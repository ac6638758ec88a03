package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.wechatpay.Gateway.Call;
import io.wanqu.simulators.wechatpay.Gateway.Reply;
import io.wanqu.simulators.wechatpay.Trade.Asked;
import io.wanqu.simulators.wechatpay.Trade.Kind;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Orders: asking for money, looking, closing. */
final class PayApi {

    private static final int DESCRIPTION_MAX = 127;

    private final Provider provider;

    PayApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("POST", "/v3/pay/transactions/native", call -> Reply.ok(Json.object()
            .put("code_url", "weixin://wxpay/bizpayurl?pr=" + placed(call, Kind.NATIVE).prepay)));
        gateway.offer("POST", "/v3/pay/transactions/h5", call -> Reply.ok(Json.object()
            .put("h5_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + placed(call, Kind.MWEB).prepay)));
        gateway.offer("POST", "/v3/pay/transactions/jsapi", call -> prepay(placed(call, Kind.JSAPI)));
        gateway.offer("POST", "/v3/pay/transactions/app", call -> prepay(placed(call, Kind.APP)));
        gateway.offer("GET", "/v3/pay/transactions/id/*", this::byTransaction);
        gateway.offer("GET", "/v3/pay/transactions/out-trade-no/*", this::byNumber);
        gateway.offer("POST", "/v3/pay/transactions/out-trade-no/*/close", this::close);
    }

    private static Reply prepay(Trade trade) {
        return Reply.ok(Json.object().put("prepay_id", trade.prepay));
    }

    private Trade placed(Call call, Kind kind) {
        var asked = asked(call, kind);
        var trade = provider.open(new Trade(call.merchant(), asked, provider.next(""), provider.now(), expiry(call)));
        synchronized (trade) {
            trade.age(provider.now());
            if (trade.paid()) {
                throw Refusal.paid();
            }
            if (trade.state.equals(Trade.CLOSED)) {
                throw Refusal.closed();
            }
            if (!trade.asked.equals(asked)) {
                throw Refusal.numberUsed();
            }
        }
        return trade;
    }

    private Asked asked(Call call, Kind kind) {
        call.need("mchid");
        call.merchant().mustOwn(call.need("appid"));
        var number = call.need("out_trade_no");
        if (!number.matches("[0-9A-Za-z_|*-]{6,32}")) {
            throw Refusal.parameter("out_trade_no has 6 to 32 digits, letters, _ - | *");
        }
        if (call.need("description").length() > DESCRIPTION_MAX) {
            throw Refusal.parameter("description is too long");
        }
        var total = call.body().path("amount").path("total");
        if (!total.isIntegralNumber() || total.asLong(0) <= 0) {
            throw Refusal.parameter("amount.total is a positive number of fen");
        }
        if (!call.body().path("amount").path("currency").asString("CNY").equals("CNY")) {
            throw Refusal.parameter("amount.currency is CNY");
        }
        var openid = call.body().path("payer").path("openid").asString("");
        var scene = call.body().path("scene_info");
        if (kind == Kind.JSAPI && openid.isEmpty()) {
            throw Refusal.parameter("payer.openid is missing");
        }
        if (kind == Kind.MWEB && (!scene.path("payer_client_ip").isString() || !scene.path("h5_info").path("type").isString())) {
            throw Refusal.parameter("scene_info.payer_client_ip and scene_info.h5_info.type are missing");
        }
        return new Asked(kind, call.text("appid"), number, total.asLong(0), call.text("description"), address(call.need("notify_url")),
            call.text("attach"), call.body().path("settle_info").path("profit_sharing").asBoolean(false), openid);
    }

    /** https, except on this machine; a query string is refused there as here. */
    static String address(String text) {
        try {
            var uri = URI.create(text);
            if (uri.getRawQuery() == null && ("https".equals(uri.getScheme()) || "localhost".equals(uri.getHost()))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter("notify_url is no address");
        }
        throw Refusal.parameter("notify_url is an https address without a query");
    }

    private @Nullable Instant expiry(Call call) {
        var text = call.text("time_expire");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(provider.now())) {
                return at;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter("time_expire is no time");
        }
        throw Refusal.parameter("time_expire has passed");
    }

    private Reply byTransaction(Call call) {
        call.mustNameMerchant();
        return seen(provider.byTransaction(call.merchant(), call.parts().getFirst()));
    }

    private Reply byNumber(Call call) {
        call.mustNameMerchant();
        return seen(provider.trade(call.merchant(), call.parts().getFirst()));
    }

    private Reply seen(Trade trade) {
        synchronized (trade) {
            trade.age(provider.now());
            return Reply.ok(trade.json());
        }
    }

    private Reply close(Call call) {
        call.need("mchid");
        var trade = provider.trade(call.merchant(), call.parts().getFirst());
        synchronized (trade) {
            if (trade.paid()) {
                throw Refusal.paid();
            }
            trade.state = Trade.CLOSED;
        }
        return Reply.empty();
    }
}
