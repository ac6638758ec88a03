package io.wanqu.connectors.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final Secret SECRET = Secret.of("testSecret");
    private static final String DOCUMENTED = "E4DE3ED21002510DED352819E7AE6775";

    @Test
    void signs_a_call_as_documented() {
        assertThat(Signing.call(SECRET, documented())).isEqualTo(DOCUMENTED);
    }

    @Test
    void signs_another_text_when_one_byte_differs() {
        for (var name : documented().keySet()) {
            var changed = documented();
            changed.computeIfPresent(name, (_, value) -> value.substring(0, value.length() - 1) + "~");
            assertThat(Signing.call(SECRET, changed)).isNotEqualTo(DOCUMENTED);
        }
        assertThat(Signing.call(Secret.of("testsecret"), documented())).isNotEqualTo(DOCUMENTED);
    }

    @Test
    void signs_chinese_text_as_utf_8_without_escapes() {
        assertThat(Signing.call(SECRET, Map.of("client_id", "1", "goods_name", "卡密<壹>&二", "type", "pdd.goods.add")))
            .isEqualTo("4ABFFD105685A16142DDC44F1C5D0B0B");
    }

    @Test
    void puts_the_digits_of_the_digest_into_the_address_of_messages() {
        assertThat(Signing.messagesPath(new App("app", Secret.of("secret")), 1700000000000L))
            .isEqualTo("/message/app/1700000000000/OTgxODMwNDI2NWZiN2NiNzA2NzIxOTI0ZjJlMDMxMjE%3D");
    }

    private static Map<String, String> documented() {
        return new LinkedHashMap<>(Map.of("access_token", "asd78172s8ds9a921j9qqwda12312w1w21211", "client_id", "1",
            "data_type", "XML", "order_status", "1", "page", "1", "page_size", "10", "timestamp", "1480411125",
            "type", "pdd.order.number.list.get"));
    }
}
