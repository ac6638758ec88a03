package io.wanqu.connectors.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushesTest {

    private static final String SEALED = "NDyh7Jj8WuRFJxFbufAX4dH50udoVRvoF9OHQSK+UZCJLrDmO7bkFg1I3OZttVDxJ+K+YSc0zRADkJpENPs4fKtHwl16HWYX"
        + "mZaE4QFPJS9unLx02rRNbZFnpGImEmBwkMN/KQ9Vav5O9MANAvQ5IbJDulqejthxUSfoJ551PcspoFJd4EJmII56lxwDNOaIeNKAotlwwUBy5/zZYGRQ"
        + "m1P6+s9cZ0vb11WOtEdDsV7Zh5n47le+JXbSnXRBV+o7rA5xix/oMUK0VxLYInjM+iA6cfxvci9l9UcJ1aOb5FaLoyl/Bq1TgVucwR6JC0Sc";

    @Test
    void opens_a_sealed_message() {
        assertThat(pushes("ks123").receive(push(SEALED))).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.reply().body()).isEqualTo("{\"result\":1}");
            assertThat(accepted.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.messageId()).isEqualTo("e1");
                assertThat(notice.topic()).isEqualTo("kwaishop_order_paySuccess");
                assertThat(notice.orderId()).isEqualTo("1001");
                assertThat(notice.shopId()).isEqualTo("2");
            });
        });
    }

    @Test
    void refuses_it_with_one_byte_changed_anywhere() {
        for (var at = 0; at < SEALED.length(); at++) {
            var changed = SEALED.toCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            assertThat(pushes("ks123").receive(push(new String(changed)))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void refuses_what_is_meant_for_another_application() {
        assertThat(pushes("ks124").receive(push(SEALED))).isInstanceOf(Refused.class);
    }

    @Test
    void opens_nothing_without_a_message_secret() {
        var pushes = new Pushes(new App("ks123", Secret.of("s")), Clock.systemUTC());

        assertThat(pushes.receive(push(SEALED))).isInstanceOf(Refused.class);
    }

    private static Pushes pushes(String appKey) {
        return new Pushes(new App(appKey, Secret.of("s"), Map.of("messageSecret", Secret.of("MDEyMzQ1Njc4OWFiY2RlZg=="))),
            Clock.systemUTC());
    }

    private static PushRequest push(String body) {
        return new PushRequest(Map.of(), Map.of(), body.getBytes(UTF_8), Instant.EPOCH);
    }
}
