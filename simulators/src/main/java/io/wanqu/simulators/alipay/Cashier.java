package io.wanqu.simulators.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.alipay.Gateway.Call;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages a buyer sees: what he is asked for, a button, and the way back to the shop. */
final class Cashier {

    private static final String HTML = "text/html; charset=utf-8";

    private final Provider provider;
    private final Notifier notifier;

    Cashier(Provider provider, Notifier notifier) {
        this.provider = provider;
        this.notifier = notifier;
    }

    /** The trade begins to exist when the buyer sees this page. */
    Answer show(Call call) {
        if (call.text("product_code").isEmpty()) {
            throw Refusal.parameter("product_code is missing");
        }
        var trade = TradeApi.asked(provider, call);
        synchronized (trade) {
            trade.scanned = true;
        }
        return new Answer(200, HTML, Map.of(), """
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8">
            <title>模拟收银台</title>
            <h1>%s</h1>
            <p>¥ <span id="amount">%s</span></p>
            <form method="post" action="/alipay/cashier?trade_no=%s"><button id="pay">确认付款</button></form>
            </html>
            """.formatted(escaped(trade.asked.subject()), Provider.yuan(trade.asked.totalFen()), trade.id));
    }

    /** The button was pressed: the merchant is told, and the buyer goes back with a signed address that proves nothing. */
    Answer pay(Request request) {
        var found = provider.trades().stream().filter(each -> each.id.equals(request.parameter("trade_no"))).findFirst();
        if (found.isEmpty() || !request.verb().equals("POST")) {
            return Answer.status(404, "no such trade");
        }
        var trade = found.get();
        if (!provider.pay(trade)) {
            return Answer.status(409, "the trade is " + trade.state);
        }
        notifier.tell(trade, null);
        return trade.asked.returnUrl().isEmpty() ? new Answer(200, HTML, Map.of(), "<!doctype html><p>支付成功</p>")
            : new Answer(302, HTML, Map.of("Location", back(trade)), "");
    }

    private String back(Trade trade) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("app_id", trade.app.id());
        parameters.put("charset", "UTF-8");
        parameters.put("method", "alipay.trade.page.pay.return");
        parameters.put("out_trade_no", trade.asked.number());
        parameters.put("seller_id", trade.app.seller());
        parameters.put("timestamp", provider.time(provider.now()));
        parameters.put("total_amount", Provider.yuan(trade.asked.totalFen()));
        parameters.put("trade_no", trade.id);
        parameters.put("version", "1.0");
        parameters.put("sign", provider.sign(Provider.content(parameters)));
        parameters.put("sign_type", "RSA2");
        return trade.asked.returnUrl() + (trade.asked.returnUrl().contains("?") ? "&" : "?") + parameters.entrySet().stream()
            .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
