package io.wanqu.connectors.xiaohongshu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushesTest {

    private static final String BODY = "[{\"msgTag\":\"msg_fulfillment_status_change\",\"sellerId\":\"s1\","
        + "\"data\":\"{\\\"orderId\\\":\\\"P7\\\",\\\"orderStatus\\\":4,\\\"updateTime\\\":1752812659421}\"}]";

    @Test
    void takes_a_hint_from_whoever_knows_the_application_and_the_shop() {
        assertThat(pushes("").receive(push("app", "s", BODY))).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.reply().body()).isEqualTo("{\"success\":true,\"error_code\":0,\"error_msg\":\"\"}");
            assertThat(accepted.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.orderId()).isEqualTo("P7");
                assertThat(notice.shopId()).isEqualTo("s1");
            });
        });
    }

    @Test
    void refuses_other_applications_and_other_shops() {
        assertThat(pushes("").receive(push("another", "s", BODY))).isInstanceOf(Refused.class);
        assertThat(pushes("").receive(push("app", "s", BODY.replace("s1", "s2")))).isInstanceOf(Refused.class);
        assertThat(pushes("").receive(new PushRequest(Map.of(), Map.of(), BODY.getBytes(UTF_8), Instant.EPOCH)))
            .isInstanceOf(Refused.class);
    }

    @Test
    void checks_the_signature_where_the_account_names_the_path() {
        var sign = "43ec6a83e68a2d0d5d0108f67d71e548";

        assertThat(pushes("/push").receive(push("app", sign, BODY))).isInstanceOf(Accepted.class);
        assertThat(pushes("/push").receive(push("app", sign.replace('4', '0'), BODY))).isInstanceOf(Refused.class);
        assertThat(pushes("/other").receive(push("app", sign, BODY))).isInstanceOf(Refused.class);
    }

    @Test
    void knows_a_repeat_by_its_content() {
        var first = (Accepted) pushes("").receive(push("app", "s", BODY));
        var repeat = (Accepted) pushes("").receive(push("app", "t", BODY));
        var other = (Accepted) pushes("").receive(push("app", "s", BODY.replace("421", "422")));

        assertThat(repeat.notices().getFirst().messageId()).isEqualTo(first.notices().getFirst().messageId());
        assertThat(other.notices().getFirst().messageId()).isNotEqualTo(first.notices().getFirst().messageId());
    }

    private static PushRequest push(String appKey, String sign, String body) {
        return new PushRequest(Map.of("app-key", appKey, "timestamp", "1704038400", "sign", sign), Map.of("店", "壹"),
            body.getBytes(UTF_8), Instant.EPOCH);
    }

    private static Pushes pushes(String path) {
        return new Pushes(new ChannelAccount(URI.create("http://localhost"),
            new App("app", Secret.of("secret"), Map.of("pushPath", Secret.of(path))), "s1", Tokens.none(),
            ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }
}
