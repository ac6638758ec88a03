package io.wanqu.simulators.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningTest {

    @ParameterizedTest
    @CsvSource({
        "md5, 66987CB115214E59E6EC978214934FB8",
        "hmac, D56D7858309C31B6251083A874D48273",
        "hmac-sha256, 04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8"})
    void expects_the_known_signatures(String signMethod, String sign) {
        var call = call(signMethod);
        assertThat(Signing.sign(call, "helloworld", signMethod)).isEqualTo(sign);

        call.put("num_iid", "11223345");
        assertThat(Signing.sign(call, "helloworld", signMethod)).isNotEqualTo(sign);
        assertThat(Signing.sign(call(signMethod), "helloworle", signMethod)).isNotEqualTo(sign);
    }

    @Test
    void expects_the_example_of_the_older_pages() {
        var call = Map.of("app_key", "test", "fields", "nick", "format", "xml", "method", "taobao.user.seller.get",
            "session", "test", "sign_method", "md5", "timestamp", "2013-05-06 13:52:03", "v", "2.0");

        assertThat(Signing.sign(call, "test", "md5")).isEqualTo("72CB4D809B375A54502C09360D879C64");
    }

    @Test
    void accepts_no_fourth_way() {
        assertThat(Signing.sign(call("sha1"), "helloworld", "sha1")).isNull();
        assertThat(Signing.same(null, "")).isFalse();
    }

    private static Map<String, String> call(String signMethod) {
        return new HashMap<>(Map.of("method", "taobao.item.seller.get", "app_key", "12345678", "session", "test",
            "timestamp", "2016-01-01 12:00:00", "format", "json", "v", "2.0", "sign_method", signMethod,
            "fields", "num_iid,title,nick,price,num", "num_iid", "11223344"));
    }
}
