package io.wanqu.connectors.agiso;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final Secret DOCUMENTED = Secret.of("9f8g9d78sg9d8f8ew9f89ds9f8ds9af8");
    private static final String JSON =
        "{\"Tid\":2067719225654838,\"Status\":\"WAIT_BUYER_CONFIRM_GOODS\",......,\"TotalFee\":\"3.00\"}";
    private static final String SIGN = "f8aa165fc951f266667e0605d78b93af";

    @Test
    void signs_a_push_as_documented() {
        assertThat(Signing.push(DOCUMENTED, JSON, "11222212121")).isEqualTo(SIGN);
        assertThat(Signing.push(Secret.of("secret"), "{\"biz_order_id\":1001,\"order_status\":2}", "1710000000"))
            .isEqualTo("ad2c04bf19851b00073ac1ae21269e89");
    }

    @Test
    void signs_another_text_when_one_byte_differs() {
        assertThat(Signing.push(DOCUMENTED, JSON.replace("3.00", "3.01"), "11222212121")).isNotEqualTo(SIGN);
        assertThat(Signing.push(DOCUMENTED, JSON, "11222212122")).isNotEqualTo(SIGN);
        assertThat(Signing.push(Secret.of("x"), JSON, "11222212121")).isNotEqualTo(SIGN);
    }

    @Test
    void signs_a_call() {
        var parameters = Map.of("tids", "1234567789,9874561233", "timestamp", "1468476350");

        assertThat(Signing.call(Secret.of("agisosecret"), parameters)).isEqualTo("d8ee6077b1210bd2697622290fe3efbd");
        assertThat(Signing.call(Secret.of("agisosecret"), Map.of("tids", "1234567789", "timestamp", "1468476350")))
            .isNotEqualTo("d8ee6077b1210bd2697622290fe3efbd");
    }

    @Test
    void signs_chinese_text_as_utf_8_without_escapes() {
        assertThat(Signing.push(Secret.of("secret"), "{\"Tid\":1,\"BuyerNick\":\"张三\"}", "1710000000"))
            .isEqualTo("f8eec7560b841225f18fdae0d2565ea9");
        assertThat(Signing.call(Secret.of("agisosecret"), Map.of("msg", "卡密<壹>&二", "timestamp", "1468476350")))
            .isEqualTo("df7a8ff856a508aa1fcb64630f7e94a0");
    }
}
