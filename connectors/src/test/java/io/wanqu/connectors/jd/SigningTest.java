package io.wanqu.connectors.jd;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final Secret SECRET = Secret.of("secret");
    private static final Map<String, String> HEADERS = Map.of("X-JOS-App-Key", "app-key",
        "X-JOS-Access-Token", "access-token", "X-JOS-Timestamp", "1711111111000");

    @Test
    void signs_a_call_of_the_older_transport_as_documented() {
        assertThat(Signing.sign(Secret.of("yourappSecret"), documented())).isEqualTo("D70825340F4084360B9362B60DFD7930");
    }

    @Test
    void signs_another_text_when_one_byte_differs() {
        for (var name : documented().keySet()) {
            var changed = documented();
            changed.computeIfPresent(name, (_, value) -> value.substring(0, value.length() - 1) + "~");
            assertThat(Signing.sign(Secret.of("yourappSecret"), changed)).isNotEqualTo("D70825340F4084360B9362B60DFD7930");
        }
        assertThat(Signing.sign(Secret.of("yourappsecret"), documented())).isNotEqualTo("D70825340F4084360B9362B60DFD7930");
    }

    @Test
    void signs_chinese_text_as_utf_8_without_escapes() {
        assertThat(Signing.sign(Secret.of("s"),
            Map.of("app_key", "k", "360buy_param_json", "{\"title\":\"卡密<壹>&二\"}")))
            .isEqualTo("A4F911FBE6ABB15DF1DD97607C9D6C99");
    }

    @Test
    void signs_headers_query_and_body_of_the_newer_transport_as_one() {
        assertThat(Signing.signRest(SECRET, HEADERS, Map.of("page", "1"), "{\"hello\":\"world\"}"))
            .isEqualTo("D90F1A1711F6D0173E216BA910C5ED54");
        assertThat(Signing.signRest(SECRET, HEADERS, Map.of("page", "2"), "{\"hello\":\"world\"}"))
            .isNotEqualTo("D90F1A1711F6D0173E216BA910C5ED54");
        assertThat(Signing.signRest(SECRET, HEADERS, Map.of("page", "1"), "{\"标题\":\"月卡\"}"))
            .isEqualTo("3DFDAB789B4ADFC63F8D86A27FCB7E15");
    }

    @Test
    void leaves_out_a_body_with_nothing_in_it() {
        assertThat(Signing.signRest(SECRET, HEADERS, Map.of(), "{}"))
            .isEqualTo(Signing.signRest(SECRET, HEADERS, Map.of(), ""));
    }

    private static Map<String, String> documented() {
        return new LinkedHashMap<>(Map.of(
            "360buy_param_json", "{\"end_date\":null,\"optional_fields\":null,\"order_state\":\"WAIT_SELLER_STOCK_OUT\","
                + "\"page\":\"1\",\"page_size\":\"200\",\"start_date\":null}",
            "access_token", "yourtoken", "app_key", "yourappkey", "method", "jingdong.pop.order.search",
            "timestamp", "2021-05-07 09:20:39.683+0800", "v", "2.0"));
    }
}
