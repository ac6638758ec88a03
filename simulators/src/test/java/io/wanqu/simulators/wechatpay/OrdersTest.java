package io.wanqu.simulators.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Wire;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OrdersTest {

    private static final String NATIVE = "/v3/pay/transactions/native";

    private final Wire wire = new Wire("wechatpay");
    private final Merchants merchant = new Merchants(wire);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void refuses_what_is_not_signed_as_it_was_sent() {
        var order = merchant.order("order-1", 100).toString();

        assertThat(code(merchant.call("POST", NATIVE, order, order.replace("100", "101")), 401)).isEqualTo("SIGN_ERROR");

        assertThat(wire.look("/trades").path("trades").size()).isZero();
    }

    @Test
    void refuses_a_clock_that_is_five_minutes_off() {
        wire.pull("/platform", "{\"skewSeconds\":310}");

        assertThat(code(merchant.call("GET", "/v3/certificates", ""), 401)).isEqualTo("SIGN_ERROR");

        wire.pull("/platform", "{\"skewSeconds\":-290}");
        assertThat(merchant.call("GET", "/v3/certificates", "").statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_orders_that_the_documents_refuse() {
        assertThat(refused("out_trade_no", "x")).isEqualTo("PARAM_ERROR");
        assertThat(refused("notify_url", "https://shop.example/notify?order=1")).isEqualTo("PARAM_ERROR");
        assertThat(refused("notify_url", "http://shop.example/notify")).isEqualTo("PARAM_ERROR");
        assertThat(refused("appid", "wxsomebodyelse")).isEqualTo("APPID_MCHID_NOT_MATCH");
        assertThat(refused("mchid", "1900000999")).isEqualTo("PARAM_ERROR");
        assertThat(refused("time_expire", "2024-01-01T08:00:00+08:00")).isEqualTo("PARAM_ERROR");
        assertThat(code(merchant.call("POST", "/v3/pay/transactions/jsapi", merchant.order("order-1", 100).toString()), 400))
            .isEqualTo("PARAM_ERROR");
        assertThat(code(merchant.call("POST", "/v3/pay/transactions/h5", merchant.order("order-1", 100).toString()), 400))
            .isEqualTo("PARAM_ERROR");

        assertThat(wire.look("/trades").path("trades").size()).isZero();
    }

    private String refused(String field, String value) {
        return code(merchant.call("POST", NATIVE, ((ObjectNode) merchant.order("order-1", 100)).put(field, value).toString()), 400);
    }

    @Test
    void goes_from_unpaid_to_paid_once() {
        merchant.call("POST", NATIVE, merchant.order("order-1", 100).toString());
        assertThat(merchant.state("order-1").path("trade_state").asString("")).isEqualTo("NOTPAY");

        var paid = wire.pull("/pay", "{\"outTradeNo\":\"order-1\",\"silent\":true}");

        assertThat(merchant.state("order-1")).isEqualTo(paid);
        assertThat(Json.read(merchant.call("GET", "/v3/pay/transactions/id/" + paid.path("transaction_id").asString("") + "?mchid="
            + merchant.mchid, "").body())).isEqualTo(paid);
        assertThat(wire.pull("/pay", "{\"outTradeNo\":\"order-1\"}").has("refused")).isTrue();
        assertThat(code(merchant.call("POST", "/v3/pay/transactions/out-trade-no/order-1/close",
            "{\"mchid\":\"" + merchant.mchid + "\"}"), 400)).isEqualTo("ORDERPAID");
        assertThat(code(merchant.call("POST", NATIVE, merchant.order("order-1", 100).toString()), 400)).isEqualTo("ORDERPAID");
    }

    @Test
    void shows_no_merchant_the_orders_of_another() {
        merchant.call("POST", NATIVE, merchant.order("order-1", 100).toString());
        var other = new Merchants(wire);

        assertThat(code(other.call("GET", "/v3/pay/transactions/out-trade-no/order-1?mchid=" + other.mchid, ""), 404))
            .isEqualTo("ORDER_NOT_EXIST");
        assertThat(code(other.call("GET", "/v3/pay/transactions/out-trade-no/order-1?mchid=" + merchant.mchid, ""), 400))
            .isEqualTo("PARAM_ERROR");
    }

    @Test
    void keeps_the_numbers_of_a_share_straight() {
        var order = ((ObjectNode) merchant.order("order-1", 10_000)).set("settle_info", Json.object().put("profit_sharing", true));
        merchant.call("POST", NATIVE, order.toString());
        var transaction = wire.pull("/pay", "{\"outTradeNo\":\"order-1\",\"silent\":true}").path("transaction_id").asString("");
        merchant.call("POST", "/v3/profitsharing/receivers/add", Json.object().put("appid", merchant.appid).put("type", "MERCHANT_ID")
            .put("account", "1900000109").put("relation_type", "PARTNER").toString());
        var split = Json.object().put("appid", merchant.appid).put("transaction_id", transaction).put("out_order_no", "split-1")
            .put("unfreeze_unsplit", false);
        split.putArray("receivers").addObject().put("type", "MERCHANT_ID").put("account", "1900000109").put("amount", 2_000)
            .put("description", "share");

        assertThat(Json.read(merchant.call("POST", "/v3/profitsharing/orders", split.toString()).body()).path("state").asString(""))
            .isEqualTo("PROCESSING");
        assertThat(merchant.call("POST", "/v3/profitsharing/orders", split.toString()).statusCode()).isEqualTo(200);

        assertThat(unsplit(transaction)).isEqualTo(8_000);
        assertThat(Json.read(merchant.call("GET", "/v3/profitsharing/orders/split-1?transaction_id=" + transaction, "").body())
            .path("receivers").path(0).path("result").asString("")).isEqualTo("SUCCESS");
        merchant.call("POST", "/v3/profitsharing/orders/unfreeze", Json.object().put("transaction_id", transaction)
            .put("out_order_no", "rest-1").put("description", "done").toString());
        assertThat(unsplit(transaction)).isZero();
        assertThat(code(merchant.call("POST", "/v3/profitsharing/orders", split.put("out_order_no", "split-2").toString()), 403))
            .isEqualTo("RULE_LIMIT");
    }

    private long unsplit(String transaction) {
        return Json.read(merchant.call("GET", "/v3/profitsharing/transactions/" + transaction + "/amounts", "").body())
            .path("unsplit_amount").asLong(-1);
    }

    @Test
    void repeats_a_callback_until_it_is_taken_in() {
        wire.reply(500, "{\"code\":\"FAIL\",\"message\":\"no\"}");
        merchant.call("POST", NATIVE, merchant.order("order-1", 100).toString());
        wire.pull("/pay", "{\"outTradeNo\":\"order-1\"}");
        var first = wire.next();
        wire.reply(204, "");

        assertThat(wire.next()).isEqualTo(first);
        assertThat(wire.isQuiet()).isTrue();
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return Json.read(answer.body()).path("code").asString("");
    }
}
