package io.wanqu.connectors.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.doudian.Signing.InwardCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {

    private static final App APP = new App("3409409348479354011", Secret.of("2b0c5e9c-1111-2222-3333-444455556666"));
    private static final String TIMESTAMP = "1704038400";
    private static final String PUSH = "[{\"tag\":\"101\",\"msg_id\":\"1\",\"data\":\"{\\\"p_id\\\":1}\"}]";
    private static final String PUSH_SIGN = "c705a56680da762fad8a5c1e5274b409";

    @Test
    void signs_a_call() {
        assertThat(Signing.call(APP, "order.searchList", "{\"page\":0,\"size\":10}", TIMESTAMP))
            .isEqualTo("5c7636d18e422ef0caddad5f547b2115328b98ac6effc24c76a7be9629ce2b15");
    }

    @Test
    void signs_another_text_when_one_byte_differs() {
        var sign = Signing.call(APP, "order.searchList", "{\"page\":0,\"size\":10}", TIMESTAMP);

        assertThat(Signing.call(APP, "order.searchList", "{\"page\":0,\"size\":11}", TIMESTAMP)).isNotEqualTo(sign);
        assertThat(Signing.call(APP, "order.searchlist", "{\"page\":0,\"size\":10}", TIMESTAMP)).isNotEqualTo(sign);
        assertThat(Signing.call(APP, "order.searchList", "{\"page\":0,\"size\":10}", "1704038401")).isNotEqualTo(sign);
    }

    @Test
    void signs_chinese_text_as_utf_8_without_escapes() {
        assertThat(Signing.call(APP, "coupons.syncV2", "{\"cert_no\":\"卡密<壹>&二\"}", TIMESTAMP))
            .isEqualTo("79f445090e8386a18e21fca76e76cbbf8d12b0b274fa22aedef2ab8a5c37802b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"trade_order_no\":\"4781234567890\"}|md5|3547c655e4b2b2c8dc678d8cff1b01d3",
        "{\"trade_order_no\":\"4781234567890\"}|hmac-sha256"
            + "|fa84f43f54880e42032dd46dc774e6bcc1786ab158543e997f28a233345ad97e",
        "{\"account\":\"张三\"}|md5|19bc7ba59e5fe596045731c59a085b56",
        "{\"account\":\"张三\"}|hmac-sha256|44b18d7027c9b4fd8594176d3f4336ae889ac1be4bf04082525483a00a5d102d"})
    void verifies_a_call_of_the_platform(String paramJson, String signMethod, String sign) {
        assertThat(Signing.verifies(APP, new InwardCall(paramJson, TIMESTAMP, signMethod, sign))).isTrue();

        var changed = paramJson.replace("0", "1").replace("三", "四");
        assertThat(Signing.verifies(APP, new InwardCall(changed, TIMESTAMP, signMethod, sign))).isFalse();
        assertThat(Signing.verifies(APP, new InwardCall(paramJson, "1704038401", signMethod, sign))).isFalse();
        assertThat(Signing.verifies(APP, new InwardCall(paramJson, TIMESTAMP, signMethod, sign + "0"))).isFalse();
    }

    @Test
    void verifies_a_push_over_its_raw_bytes() {
        assertThat(Signing.verifiesPush(APP, PUSH.getBytes(UTF_8), PUSH_SIGN)).isTrue();
        assertThat(Signing.verifiesPush(APP, "[{\"tag\":\"101\",\"msg_id\":\"2\",\"data\":\"{\\\"memo\\\":\\\"月卡\\\"}\"}]"
            .getBytes(UTF_8), "140b27e930c17685bcc5e253dde44042")).isTrue();
    }

    @Test
    void refuses_a_push_with_one_byte_changed() {
        assertThat(Signing.verifiesPush(APP, PUSH.replace("101", "100").getBytes(UTF_8), PUSH_SIGN)).isFalse();
        assertThat(Signing.verifiesPush(APP, PUSH.getBytes(UTF_8), PUSH_SIGN.replace('c', 'd'))).isFalse();
        assertThat(Signing.verifiesPush(APP, PUSH.getBytes(UTF_8), "")).isFalse();
    }

    @Test
    void verifies_a_push_signed_over_its_stripped_text() {
        var body = "[ {\"tag\": \"101\",\n\"msg_id\":\"1\"} ]".getBytes(UTF_8);

        assertThat(Signing.verifiesPush(APP, body, "7bfb78e737ad07406d8c93b8dff60e47")).isTrue();
    }
}
