package io.wanqu.simulators.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeOrderSettleRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.request.AlipayTradeRoyaltyRelationBindRequest;
import com.alipay.api.request.AlipayTradeSettleConfirmRequest;
import io.wanqu.simulators.Rsa;
import io.wanqu.simulators.Wire;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The provider's own kit, unchanged, believes what the simulator answers and tells. */
class KitTest {

    private final Wire wire = new Wire("alipay");
    private final JsonNode app = wire.pull("/app", "{}");

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void the_kit_verifies_a_code_and_its_trade() throws AlipayApiException {
        var kit = kit(publicKey());

        var code = kit.execute(precreate("7001", "88.88"));

        assertThat(code.isSuccess()).isTrue();
        assertThat(code.getQrCode()).startsWith("https://qr.alipay.com/");
        assertThat(kit.execute(query("7001")).getSubCode()).isEqualTo("ACQ.TRADE_NOT_EXIST");
        wire.pull("/scan", "{\"outTradeNo\":\"7001\"}");
        assertThat(kit.execute(query("7001")).getTradeStatus()).isEqualTo("WAIT_BUYER_PAY");
        wire.pull("/pay", "{\"outTradeNo\":\"7001\"}");
        var paid = kit.execute(query("7001"));
        assertThat(paid.getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(paid.getTotalAmount()).isEqualTo("88.88");
    }

    @Test
    void the_kit_does_not_believe_another_key() {
        var stranger = kit(Rsa.base64(Rsa.pair().getPublic()));

        assertThatExceptionOfType(AlipayApiException.class).isThrownBy(() -> stranger.execute(precreate("7001", "1.00")))
            .withMessageContaining("sign check fail");
    }

    @Test
    void the_kit_verifies_a_notification_and_wants_it_taken_in_by_one_word() throws AlipayApiException {
        kit(publicKey()).execute(precreate("7001", "88.88"));
        wire.reply(200, "SUCCESS");
        wire.pull("/pay", "{\"outTradeNo\":\"7001\"}");
        var first = form(wire.next().body());
        wire.reply(200, "success");
        var second = form(wire.next().body());

        assertThat(second).isEqualTo(first);
        assertThat(AlipaySignature.rsaCheckV1(new HashMap<>(first), publicKey(), "UTF-8", "RSA2")).isTrue();
        first.put("total_amount", "0.01");
        assertThat(AlipaySignature.rsaCheckV1(first, publicKey(), "UTF-8", "RSA2")).isFalse();
        assertThat(wire.isQuiet()).isTrue();
    }

    @Test
    void a_page_signed_by_the_kit_shows_a_button() throws AlipayApiException {
        var request = new AlipayTradePagePayRequest();
        request.setNotifyUrl(wire.notifyUrl());
        request.setReturnUrl("https://shop.example/back");
        request.setBizContent("""
            {"out_trade_no":"7001","total_amount":"88.88","subject":"月卡","product_code":"FAST_INSTANT_TRADE_PAY"}""");
        var page = URI.create(kit(publicKey()).pageExecute(request, "GET").getBody());

        var shown = wire.send(HttpRequest.newBuilder(page).build());
        var forged = wire.send(HttpRequest.newBuilder(URI.create(page.toString().replace("88.88", "00.01"))).build());

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("88.88", "<button");
        assertThat(forged.statusCode()).isEqualTo(400);
        var trade = wire.look("/trades").path("trades").path(0).path("trade_no").asString("");
        var back = wire.send(HttpRequest.newBuilder(wire.address("/alipay/cashier?trade_no=" + trade)).POST(BodyPublishers.noBody()).build());
        var parameters = form(URI.create(back.headers().firstValue("Location").orElseThrow()).getRawQuery());
        assertThat(AlipaySignature.rsaCheckV1(parameters, publicKey(), "UTF-8", "RSA2")).isTrue();
    }

    @Test
    void both_ways_lead_to_a_closed_trade() throws AlipayApiException {
        var kit = kit(publicKey());
        kit.execute(precreate("7001", "1.00"));
        wire.pull("/scan", "{\"outTradeNo\":\"7001\"}");
        var close = new AlipayTradeCloseRequest();
        close.setBizContent("{\"out_trade_no\":\"7001\"}");
        assertThat(kit.execute(close).isSuccess()).isTrue();
        kit.execute(precreate("7002", "2.00"));
        wire.pull("/pay", "{\"outTradeNo\":\"7002\"}");
        var refund = new AlipayTradeRefundRequest();
        refund.setBizContent("{\"out_trade_no\":\"7002\",\"refund_amount\":\"2.00\",\"out_request_no\":\"8001\"}");
        assertThat(kit.execute(refund).getFundChange()).isEqualTo("Y");
        assertThat(kit.execute(refund).getFundChange()).isEqualTo("N");

        assertThat(kit.execute(query("7001")).getTradeStatus()).isEqualTo("TRADE_CLOSED");
        assertThat(kit.execute(query("7001")).getSendPayDate()).isNull();
        assertThat(kit.execute(query("7002")).getTradeStatus()).isEqualTo("TRADE_CLOSED");
        assertThat(kit.execute(query("7002")).getSendPayDate()).isNotNull();
    }

    @Test
    void a_refund_pulls_shares_back_that_it_names() throws AlipayApiException {
        var kit = kit(publicKey());
        kit.execute(precreate("7001", "100.00"));
        var trade = wire.pull("/pay", "{\"outTradeNo\":\"7001\"}").path("trade_no").asString("");
        var bind = new AlipayTradeRoyaltyRelationBindRequest();
        bind.setBizContent("{\"out_request_no\":\"b1\",\"receiver_list\":[{\"type\":\"userId\",\"account\":\"2088101126708402\"}]}");
        assertThat(kit.execute(bind).getResultCode()).isEqualTo("SUCCESS");
        var settle = new AlipayTradeOrderSettleRequest();
        settle.setBizContent("{\"out_request_no\":\"s1\",\"trade_no\":\"" + trade
            + "\",\"royalty_parameters\":[{\"trans_in\":\"2088101126708402\",\"trans_in_type\":\"userId\",\"amount\":\"20.00\"}]}");
        assertThat(kit.execute(settle).getSettleNo()).isEqualTo(kit.execute(settle).getSettleNo());
        assertThat(state().path("sharedFen").asLong(-1)).isEqualTo(2000);
        var refund = new AlipayTradeRefundRequest();
        refund.setBizContent("{\"out_trade_no\":\"7001\",\"refund_amount\":\"100.00\",\"out_request_no\":\"8001\"}");
        assertThat(kit.execute(refund).getSubCode()).isEqualTo("ACQ.SELLER_BALANCE_NOT_ENOUGH");

        refund.setBizContent("{\"out_trade_no\":\"7001\",\"refund_amount\":\"100.00\",\"out_request_no\":\"8001\","
            + "\"refund_royalty_parameters\":[{\"trans_out\":\"2088101126708402\",\"amount\":\"20.00\"}]}");

        assertThat(kit.execute(refund).getFundChange()).isEqualTo("Y");
        assertThat(state().path("sharedFen").asLong(-1)).isZero();
    }

    @Test
    void money_kept_back_is_released_to_the_seller() throws AlipayApiException {
        var kit = kit(publicKey());
        kit.execute(precreate("7001", "100.00"));
        var trade = wire.pull("/pay", "{\"outTradeNo\":\"7001\"}").path("trade_no").asString("");
        var confirm = new AlipayTradeSettleConfirmRequest();
        confirm.setBizContent("{\"out_request_no\":\"c1\",\"trade_no\":\"" + trade + "\"}");

        assertThat(kit.execute(confirm).getSettleAmount()).isEqualTo("100.00");
        assertThat(state().path("released").asBoolean(false)).isTrue();
    }

    @Test
    void faults_come_as_ordered() throws AlipayApiException {
        var kit = kit(publicKey());
        wire.pull("/fault", "{\"times\":1,\"method\":\"alipay.trade.precreate\",\"code\":20000,\"subCode\":\"isp.unknow-error\"}");
        wire.pull("/platform", "{\"skewSeconds\":0}");

        assertThat(kit.execute(precreate("7001", "1.00")).getCode()).isEqualTo("20000");
        assertThat(kit.execute(precreate("7001", "1.00")).isSuccess()).isTrue();
        wire.pull("/platform", "{\"skewSeconds\":1000}");
        assertThat(kit.execute(query("7001")).getSubCode()).isEqualTo("isv.invalid-timestamp");
    }

    private JsonNode state() {
        return wire.look("/trades").path("trades").path(0);
    }

    private String publicKey() {
        return app.path("alipayPublicKey").asString("");
    }

    private AlipayClient kit(String publicKey) {
        var config = new AlipayConfig();
        config.setServerUrl(wire.address("/alipay/gateway.do").toString());
        config.setAppId(app.path("appId").asString(""));
        config.setPrivateKey(app.path("privateKey").asString(""));
        config.setAlipayPublicKey(publicKey);
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setFormat("json");
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private AlipayTradePrecreateRequest precreate(String number, String amount) {
        var request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(wire.notifyUrl());
        request.setBizContent("{\"out_trade_no\":\"%s\",\"total_amount\":\"%s\",\"subject\":\"月卡\"}".formatted(number, amount));
        return request;
    }

    private static AlipayTradeQueryRequest query(String number) {
        var request = new AlipayTradeQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"" + number + "\"}");
        return request;
    }

    private static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            form.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return form;
    }
}
