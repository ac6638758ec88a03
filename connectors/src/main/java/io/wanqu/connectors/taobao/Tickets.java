package io.wanqu.connectors.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.SupplyRequest;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Electronic tickets: the platform tells of a paid order with a token and asks for its codes, which are sent with that
 * token in a call of their own. A notice that is not answered with thanks comes again, and then brings the same codes.
 */
final class Tickets {

    private static final String JSON = "application/json";
    private static final Reply THANKS = new Reply(200, JSON, "{\"code\":200,\"msg\":\"success\"}");
    private static final Reply LATER = new Reply(200, JSON, "{\"code\":503,\"msg\":\"later\"}");
    private static final Reply NO = new Reply(403, JSON, "{\"code\":403,\"msg\":\"refused\"}");

    private final Gateway gateway;

    Tickets(Gateway gateway) {
        this.gateway = gateway;
    }

    Optional<Reply> serve(SupplyRequest call, Supplier supplier) {
        if (!call.path().equals(Facts.TICKET_PATH)) {
            return Optional.empty();
        }
        var notice = form(call.request().text());
        if (!Signing.verifies(notice, gateway.secret(), Facts.TICKET_SIGN_METHOD) || !complete(notice)) {
            return Optional.of(NO);
        }
        try {
            return Optional.of(supply(notice, supplier));
        } catch (ConnectorException e) {
            return Optional.of(LATER);
        }
    }

    private Reply supply(Map<String, String> notice, Supplier supplier) {
        var supplied = supplier.order(new Supplier.Purchase(notice.getOrDefault("oid", ""),
            notice.getOrDefault("outer_sku_id", ""), Integer.parseInt(notice.getOrDefault("num", "")),
            Long.parseLong(notice.getOrDefault("total_fee", "")), null));
        return switch (supplied.state()) {
            case PROCESSING -> LATER;
            case DONE -> sent(gateway.call("taobao.eticket.merchant.ma.send", withCodes(notice, supplied)));
            case FAILED -> sent(gateway.call("taobao.eticket.merchant.ma.failsend", failure(notice, supplied)));
        };
    }

    private static Reply sent(Envelope envelope) {
        return envelope.ok() ? THANKS : LATER;
    }

    private static Map<String, String> withCodes(Map<String, String> notice, Supplied supplied) {
        var cards = supplied.codes().stream().anyMatch(code -> code.secret() != null);
        var parameters = common(notice);
        parameters.put("certificate_type", cards ? Facts.TICKET_CARDS : Facts.TICKET_CODES);
        parameters.put(cards ? "isv_ka_list" : "isv_ma_list",
            Json.write(supplied.codes().stream().map(code -> cards ? card(code) : Map.of("code", code.number(), "num", 1)).toList()));
        return parameters;
    }

    private static Map<String, Object> card(Code code) {
        var secret = code.secret();
        return Map.of("ka_no", code.number(), "ka_mi", secret == null ? "" : secret.reveal(), "num", 1);
    }

    private static Map<String, String> failure(Map<String, String> notice, Supplied supplied) {
        var parameters = common(notice);
        parameters.put("sub_err_code", Facts.TICKET_NO_STOCK);
        parameters.put("sub_err_msg", supplied.reason());
        return parameters;
    }

    private static Map<String, String> common(Map<String, String> notice) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("outer_id", notice.getOrDefault("outer_id", ""));
        parameters.put("token", notice.getOrDefault("token", ""));
        parameters.put("biz_type", Facts.TICKET_BIZ_TYPE);
        return parameters;
    }

    private static boolean complete(Map<String, String> notice) {
        return List.of("outer_id", "oid", "token", "outer_sku_id").stream().allMatch(notice::containsKey)
            && notice.getOrDefault("num", "").matches("\\d{1,4}")
            && notice.getOrDefault("total_fee", "").matches("\\d{1,12}");
    }

    private static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                form.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return form;
    }

    /** What a stranger sends may be no encoding at all. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
