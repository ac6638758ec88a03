package io.wanqu.connectors.kuaishou;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.Secret;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {

    private static final Secret SECRET = Secret.of("ksecret");

    @ParameterizedTest
    @CsvSource({
        "MD5, 333ed5a89c5facbe7dbb02405df89238",
        "HMAC_SHA256, 6gbbfP2trd9KCwxaJ6qrHRDmmjRgmvb+SGWpPraf0xc="})
    void signs_a_call_either_way(String method, String sign) {
        assertThat(Signing.sign(call("{\"itemId\":\"30001\"}", method), SECRET)).isEqualTo(sign);
        assertThat(Signing.sign(call("{\"itemId\":\"30002\"}", method), SECRET)).isNotEqualTo(sign);
        assertThat(Signing.sign(call("{\"itemId\":\"30001\"}", method), Secret.of("ksecres"))).isNotEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, dfcb079f74bba15c41b26c0fa91064d9",
        "HMAC_SHA256, 8/kEHcJ73rZv7PITM7PJHCnNCAreIi+azl1E0NR+ajc="})
    void signs_chinese_text_as_utf_8_before_encoding(String method, String sign) {
        assertThat(Signing.sign(call("{\"code\":\"卡密<壹>&二\"}", method), SECRET)).isEqualTo(sign);
    }

    @Test
    void signs_names_in_the_order_of_their_bytes_however_they_were_given() {
        var call = call("{}", "MD5");

        assertThat(Signing.sign(new TreeMap<>(call), SECRET)).isEqualTo(Signing.sign(call, SECRET));
    }

    private static Map<String, String> call(String param, String method) {
        return Map.of("access_token", "tok", "appkey", "ks123", "method", "open.item.get", "param", param,
            "signMethod", method, "timestamp", "1704038400000", "version", "1");
    }
}
