package io.wanqu.simulators.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.market.App;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {

    private static final String SECRET = "o9wl81dncmvby3ijpq7eur456zhgtaxs";
    private static final App APP = new App("203413189371893", SECRET, Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"product_id\":\"219530767978565\"}|``|c26c8a48809141f3dd80bd9b9ddb41ea",
        "{\"product_id\":\"219530767978565\"}|203413189371893|f31947b7a10b9c266a1115d11d334780",
        "{\"order_no\":\"1339920336328048683\",\"order_status\":12,\"refund_status\":0,\"modify_time\":1636013302}"
            + "|``|312d33d3234a55606b30f51ad7e69917"})
    void expects_the_known_signatures_of_the_open_platform(String body, String seller, String sign) {
        assertThat(Signing.open(APP, body.getBytes(UTF_8), "1636087298", seller)).isEqualTo(sign);
        assertThat(Signing.open(APP, (body + " ").getBytes(UTF_8), "1636087298", seller)).isNotEqualTo(sign);
        assertThat(Signing.open(APP, body.getBytes(UTF_8), "1636087297", seller)).isNotEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({"1001, fda5954f48ab32b3b271c84450440ead", "100, f8677927fd8421a75718e8cfaaf92221"})
    void expects_the_known_signatures_of_the_supply_standard(String mchId, String sign) {
        var app = new App("1", "2", Map.of(Signing.SUPPLY_APP_ID, "677859093659717",
            Signing.SUPPLY_APP_SECRET, "wK63PxlOBaY9NoqMksLeZySzGIW25ifA", Signing.MCH_ID, mchId, Signing.MCH_SECRET, SECRET));
        var body = "{\"goods_type\":1,\"goods_no\":\"12344532\"}";

        assertThat(Signing.supply(app, body.getBytes(UTF_8), "1724414553")).isEqualTo(sign);
        assertThat(Signing.supply(app, body.replace('1', '2').getBytes(UTF_8), "1724414553")).isNotEqualTo(sign);
    }

    @Test
    void digests_nothing_as_nothing() {
        assertThat(Signing.md5(new byte[0])).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(Signing.md5("{}".getBytes(UTF_8))).isEqualTo("99914b932bd37a50b983c5e7c90ae93b");
    }
}
