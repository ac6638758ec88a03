package io.wanqu.simulators.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.market.App;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final App APP = new App("3409409348479354011", "2b0c5e9c-1111-2222-3333-444455556666", Map.of());
    private static final String TIMESTAMP = "1704038400";

    @Test
    void expects_the_known_signature_of_a_call() {
        assertThat(Signing.call(APP, "order.searchList", "{\"page\":0,\"size\":10}", TIMESTAMP, "hmac-sha256"))
            .isEqualTo("5c7636d18e422ef0caddad5f547b2115328b98ac6effc24c76a7be9629ce2b15");
        assertThat(Signing.call(APP, "coupons.syncV2", "{\"cert_no\":\"卡密<壹>&二\"}", TIMESTAMP, "hmac-sha256"))
            .isEqualTo("79f445090e8386a18e21fca76e76cbbf8d12b0b274fa22aedef2ab8a5c37802b");
    }

    @Test
    void expects_another_signature_when_one_byte_differs() {
        assertThat(Signing.call(APP, "order.searchList", "{\"page\":1,\"size\":10}", TIMESTAMP, "hmac-sha256"))
            .isNotEqualTo("5c7636d18e422ef0caddad5f547b2115328b98ac6effc24c76a7be9629ce2b15");
    }

    @Test
    void signs_its_calls_to_sellers_in_both_ways() {
        var order = "{\"trade_order_no\":\"4781234567890\"}";

        assertThat(Signing.outward(APP, order, TIMESTAMP, "md5")).isEqualTo("3547c655e4b2b2c8dc678d8cff1b01d3");
        assertThat(Signing.outward(APP, order, TIMESTAMP, "hmac-sha256"))
            .isEqualTo("fa84f43f54880e42032dd46dc774e6bcc1786ab158543e997f28a233345ad97e");
        assertThat(Signing.outward(APP, "{\"account\":\"张三\"}", TIMESTAMP, "hmac-sha256"))
            .isEqualTo("44b18d7027c9b4fd8594176d3f4336ae889ac1be4bf04082525483a00a5d102d");
        assertThat(Signing.outward(APP, order.replace('0', '1'), TIMESTAMP, "md5"))
            .isNotEqualTo("3547c655e4b2b2c8dc678d8cff1b01d3");
    }

    @Test
    void signs_a_push_over_key_body_and_secret() {
        var body = "[{\"tag\":\"101\",\"msg_id\":\"1\",\"data\":\"{\\\"p_id\\\":1}\"}]";

        assertThat(Signing.push(APP, body.getBytes(UTF_8))).isEqualTo("c705a56680da762fad8a5c1e5274b409");
        assertThat(Signing.push(APP, body.replace("101", "100").getBytes(UTF_8)))
            .isNotEqualTo("c705a56680da762fad8a5c1e5274b409");
        assertThat(Signing.push(APP, "[{\"tag\":\"101\",\"msg_id\":\"2\",\"data\":\"{\\\"memo\\\":\\\"月卡\\\"}\"}]"
            .getBytes(UTF_8))).isEqualTo("140b27e930c17685bcc5e253dde44042");
    }
}
