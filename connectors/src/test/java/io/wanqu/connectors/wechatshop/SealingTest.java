package io.wanqu.connectors.wechatshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;

/** The platform's own samples, and another maker's code as a witness. */
class SealingTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String APP_ID = "wx2c2769f8efd9abc2";
    private static final String SEALED = "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PG"
        + "HQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux"
        + "5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h"
        + "0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";

    @Test
    void verifies_the_signature_of_an_address_check() {
        var sealing = sealing("AAAAA", APP_ID);

        assertThat(sealing.signed("f464b24fc39322e44b38aa78f5edd27bd1441696", "1714036504", "1514711492")).isTrue();
        assertThat(sealing.signed("f464b24fc39322e44b38aa78f5edd27bd1441697", "1714036504", "1514711492")).isFalse();
        assertThat(sealing.signed("f464b24fc39322e44b38aa78f5edd27bd1441696", "1714036505", "1514711492")).isFalse();
        assertThat(sealing.signed("", "1714036504", "1514711492")).isFalse();
    }

    @Test
    void verifies_and_opens_the_platforms_sample() {
        var sealing = sealing("spamtest", APP_ID);

        assertThat(sealing.signed("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", "1320562132", SEALED)).isTrue();
        assertThat(sealing.opened(SEALED)).contains("<Content><![CDATA[abcdteT]]></Content>", "6054768590064713728").hasSize(280);
    }

    @Test
    void opens_nothing_that_was_changed_or_is_meant_for_another() {
        var changed = SEALED.replace("hyzAe4", "hyzAe5");

        assertThat(sealing("spamtest", APP_ID).signed("5d197aaffba7e9b25a30732f161a50dee96bd5fa", "1409735669", "1320562132", changed))
            .isFalse();
        assertThat(sealing("spamtest", "wx2c2769f8efd9abc3").opened(SEALED)).isNull();
        for (var rubbish : new String[] {"", "=", "AAAA", SEALED.substring(4), SEALED + "A", "卡密"}) {
            assertThat(sealing("spamtest", APP_ID).opened(rubbish)).isNull();
        }
    }

    @Test
    void opens_what_another_makers_code_seals_whatever_its_length() {
        var witness = new WxCryptUtil("spamtest", KEY, APP_ID);
        var sealing = sealing("spamtest", APP_ID);

        for (var length = 0; length < 70; length++) {
            var text = "卡密<壹>&二" + "x".repeat(length);
            assertThat(sealing.opened(witness.encrypt("0123456789abcdef", text))).isEqualTo(text);
        }
    }

    static Sealing sealing(String token, String appId) {
        return new Sealing(new App(appId, Secret.of("s"), Map.of("token", Secret.of(token), "encodingAesKey", Secret.of(KEY))));
    }
}
