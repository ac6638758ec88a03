package io.wanqu.connectors.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {

    private static final String SECRET = "o9wl81dncmvby3ijpq7eur456zhgtaxs";
    private static final App APP = new App("203413189371893", Secret.of(SECRET));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"product_id\":\"219530767978565\"}|1636087298|c26c8a48809141f3dd80bd9b9ddb41ea",
        "{\"order_no\":\"1339920336328048683\",\"order_status\":12,\"refund_status\":0,\"modify_time\":1636013302}"
            + "|1636087298|312d33d3234a55606b30f51ad7e69917"})
    void signs_calls_and_pushes_of_the_open_platform(String body, String timestamp, String sign) {
        assertThat(Signing.open(APP, body.getBytes(UTF_8), timestamp)).isEqualTo(sign);

        assertThat(Signing.open(APP, body.replace('5', '6').replace('2', '3').getBytes(UTF_8), timestamp)).isNotEqualTo(sign);
        assertThat(Signing.open(APP, body.getBytes(UTF_8), "1636087299")).isNotEqualTo(sign);
        assertThat(Signing.open(new App(APP.key(), Secret.of("guessed")), body.getBytes(UTF_8), timestamp)).isNotEqualTo(sign);
    }

    @Test
    void puts_the_number_of_the_seller_before_the_secret() {
        var partner = new App(APP.key(), APP.secret(), Map.of(Facts.SELLER_ID, Secret.of("203413189371893")));

        assertThat(Signing.open(partner, "{\"product_id\":\"219530767978565\"}".getBytes(UTF_8), "1636087298"))
            .isEqualTo("f31947b7a10b9c266a1115d11d334780");
    }

    @ParameterizedTest
    @CsvSource({"1001, fda5954f48ab32b3b271c84450440ead", "100, f8677927fd8421a75718e8cfaaf92221"})
    void signs_the_supply_standard(String mchId, String sign) {
        var body = "{\"goods_type\":1,\"goods_no\":\"12344532\"}".getBytes(UTF_8);

        assertThat(Signing.md5(body)).isEqualTo("9b8030f5097d5ed123405b003dd247c5");
        assertThat(Signing.supply(supplier(mchId), body, "1724414553")).isEqualTo(sign);
        assertThat(Signing.supply(supplier(mchId), "{\"goods_type\":2,\"goods_no\":\"12344532\"}".getBytes(UTF_8), "1724414553"))
            .isNotEqualTo(sign);
        assertThat(Signing.supply(supplier(mchId + "0"), body, "1724414553")).isNotEqualTo(sign);
    }

    @Test
    void digests_an_empty_object_and_nothing_differently() {
        assertThat(Signing.md5("{}".getBytes(UTF_8))).isEqualTo("99914b932bd37a50b983c5e7c90ae93b");
        assertThat(Signing.md5(new byte[0])).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    }

    @Test
    void signs_chinese_text_as_utf_8() {
        var body = "{\"title\":\"视频会员<月卡>&权益\"}".getBytes(UTF_8);

        assertThat(Signing.open(APP, body, "1636087298")).isEqualTo("060b67b3c9cef1b4212bdd808fb41dc0");
    }

    private static App supplier(String mchId) {
        return new App("1", Secret.of("2"), Map.of(
            Facts.SUPPLY_APP_ID, Secret.of("677859093659717"),
            Facts.SUPPLY_APP_SECRET, Secret.of("wK63PxlOBaY9NoqMksLeZySzGIW25ifA"),
            Facts.MCH_ID, Secret.of(mchId),
            Facts.MCH_SECRET, Secret.of(SECRET)));
    }
}
