package io.wanqu.simulators.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.auth.WechatPay2Validator;
import com.wechat.pay.java.core.certificate.CertificateProvider;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.PemUtil;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Wire;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider's own kit believes what the simulator answers and tells. */
class KitTest {

    private final Wire wire = new Wire("wechatpay");
    private final Merchants merchant = new Merchants(wire);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void the_kit_opens_the_certificate_and_verifies_the_answer_that_brought_it() {
        var answer = merchant.call("GET", "/v3/certificates", "");

        var certificate = certificate(answer);

        var validator = new WechatPay2Validator(new RSAVerifier(shown(certificate)));
        assertThat(validator.validate(headers(answer), answer.body())).isTrue();
        assertThat(validator.validate(headers(answer), answer.body() + " ")).isFalse();
        assertThat(PemUtil.getSerialNumber(certificate)).isEqualTo(Json.read(answer.body()).path("data").path(0).path("serial_no").asString(""));
    }

    @Test
    void the_kit_verifies_refusals_and_empty_answers_too() {
        var validator = new WechatPay2Validator(new RSAVerifier(shown(certificate(merchant.call("GET", "/v3/certificates", "")))));
        merchant.call("POST", "/v3/pay/transactions/native", merchant.order("order-1", 100).toString());

        var refused = merchant.call("GET", "/v3/pay/transactions/out-trade-no/nothing?mchid=" + merchant.mchid, "");
        var closed = merchant.call("POST", "/v3/pay/transactions/out-trade-no/order-1/close", "{\"mchid\":\"" + merchant.mchid + "\"}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(validator.validate(headers(refused), refused.body())).isTrue();
        assertThat(closed.statusCode()).isEqualTo(204);
        assertThat(validator.validate(headers(closed), "")).isTrue();
    }

    @Test
    void the_kit_opens_a_callback() {
        var certificate = certificate(merchant.call("GET", "/v3/certificates", ""));
        merchant.call("POST", "/v3/pay/transactions/native", merchant.order("order-1", 880).toString());
        wire.pull("/pay", "{\"outTradeNo\":\"order-1\"}");
        var told = wire.next();
        var parser = new NotificationParser(Map.of("WECHATPAY2-SHA256-RSA2048", new RSAVerifier(shown(certificate))),
            Map.of("AEAD_AES_256_GCM", new AeadAesCipher(merchant.apiV3Key.getBytes(UTF_8))));

        var opened = parser.parse(parameters(told, told.body()), JsonObject.class);

        assertThat(opened.get("out_trade_no").getAsString()).isEqualTo("order-1");
        assertThat(opened.get("trade_state").getAsString()).isEqualTo("SUCCESS");
        assertThat(opened.getAsJsonObject("amount").get("total").getAsLong()).isEqualTo(880);
        assertThatExceptionOfType(ValidationException.class)
            .isThrownBy(() -> parser.parse(parameters(told, told.body() + " "), JsonObject.class));
    }

    private static RequestParam parameters(Wire.Arrival told, String body) {
        return new RequestParam.Builder()
            .serialNumber(told.headers().get("wechatpay-serial"))
            .timestamp(told.headers().get("wechatpay-timestamp"))
            .nonce(told.headers().get("wechatpay-nonce"))
            .signature(told.headers().get("wechatpay-signature"))
            .body(body)
            .build();
    }

    private X509Certificate certificate(HttpResponse<String> answer) {
        var sealed = Json.read(answer.body()).path("data").path(0).path("encrypt_certificate");
        return PemUtil.loadX509FromString(new AeadAesCipher(merchant.apiV3Key.getBytes(UTF_8)).decrypt(
            sealed.path("associated_data").asString("").getBytes(UTF_8), sealed.path("nonce").asString("").getBytes(UTF_8),
            Base64.getDecoder().decode(sealed.path("ciphertext").asString(""))));
    }

    private static HttpHeaders headers(HttpResponse<String> answer) {
        var headers = new HttpHeaders();
        for (var name : new String[] {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature"}) {
            headers.addHeader(name, answer.headers().firstValue(name).orElseThrow());
        }
        return headers;
    }

    private static CertificateProvider shown(X509Certificate certificate) {
        return new CertificateProvider() {
            @Override
            public X509Certificate getCertificate(String serial) {
                return certificate;
            }

            @Override
            public X509Certificate getAvailableCertificate() {
                return certificate;
            }
        };
    }
}
