package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.taobao.api.internal.util.TaobaoUtils;
import io.wanqu.connector.Secret;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {

    private static final Secret SECRET = Secret.of("helloworld");

    @ParameterizedTest
    @CsvSource({
        "md5, 66987CB115214E59E6EC978214934FB8",
        "hmac, D56D7858309C31B6251083A874D48273",
        "hmac-sha256, 04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8"})
    void signs_as_the_platform_does(String signMethod, String sign) {
        assertThat(Signing.sign(call(signMethod), SECRET, signMethod)).isEqualTo(sign);
    }

    @Test
    void signs_the_example_of_the_older_pages() {
        var call = Map.of("app_key", "test", "fields", "nick", "format", "xml", "method", "taobao.user.seller.get",
            "session", "test", "sign_method", "md5", "timestamp", "2013-05-06 13:52:03", "v", "2.0");

        assertThat(Signing.sign(call, Secret.of("test"), "md5")).isEqualTo("72CB4D809B375A54502C09360D879C64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "hmac", "hmac-sha256"})
    void signs_chinese_text_like_the_platforms_own_code(String signMethod) throws IOException {
        var call = call(signMethod);
        call.put("title", "视频会员<月卡>&权益 100%");
        call.put("empty", "");

        assertThat(Signing.sign(call, SECRET, signMethod))
            .isEqualTo(TaobaoUtils.signTopRequest(call, null, "helloworld", signMethod));
    }

    @ParameterizedTest
    @ValueSource(strings = {"method", "session", "timestamp", "fields", "num_iid", "sign_method"})
    void signs_another_text_when_one_byte_differs(String name) {
        var call = call("hmac-sha256");
        var sign = Signing.sign(call, SECRET, "hmac-sha256");
        call.merge(name, "x", String::concat);

        assertThat(Signing.sign(call, SECRET, "hmac-sha256")).isNotEqualTo(sign);
    }

    @Test
    void leaves_out_the_signature_itself_and_what_is_empty() {
        var call = call("hmac-sha256");
        var sign = Signing.sign(call, SECRET, "hmac-sha256");
        call.put("sign", "whatever");
        call.put("nothing", "");

        assertThat(Signing.sign(call, SECRET, "hmac-sha256")).isEqualTo(sign);
    }

    @Test
    void verifies_what_was_signed_and_nothing_else() {
        var call = call("md5");
        call.put("sign", "66987CB115214E59E6EC978214934FB8");
        assertThat(Signing.verifies(call, SECRET, "md5")).isTrue();

        assertThat(Signing.verifies(call, Secret.of("helloworle"), "md5")).isFalse();
        call.put("num_iid", "11223345");
        assertThat(Signing.verifies(call, SECRET, "md5")).isFalse();
        call.remove("sign");
        assertThat(Signing.verifies(call, SECRET, "md5")).isFalse();
    }

    @Test
    void knows_three_ways_of_signing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signing.sign(Map.of(), SECRET, "sha1"));
    }

    private static Map<String, String> call(String signMethod) {
        return new HashMap<>(Map.of("method", "taobao.item.seller.get", "app_key", "12345678", "session", "test",
            "timestamp", "2016-01-01 12:00:00", "format", "json", "v", "2.0", "sign_method", signMethod,
            "fields", "num_iid,title,nick,price,num", "num_iid", "11223344"));
    }
}
