package io.wanqu.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.ForgedNotice.Kind;
import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.RailAccount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of a webhook against a published example, whole and spoiled. */
class StripeWebhookTest {

    private static final long SIGNED_AT = 1_614_265_330;
    private static final String BODY = "{\"id\":\"evt_test_webhook\",\"object\":\"event\"}";
    private static final String V1 = "3c5817089d739023dd6190f70a3757e04f7a2fd8b5dab12c2e000f51970dccff";
    private static final RailAccount ACCOUNT = new RailAccount(new RailAccount.Key(new ShopId(1), 2), "stripe", null, "acct_1", "test",
            new Keys(Map.of("webhookSecret", "whsec_test_secret")), null, 1);

    @ParameterizedTest
    @ValueSource(longs = {0, 299, -299})
    void the_published_example_is_read_while_it_is_fresh(long later) {
        assertThat(at(later).read(ACCOUNT, "t=" + SIGNED_AT + ",v1=" + V1, bytes(BODY))).isEmpty();
    }

    @Test
    void one_good_signature_among_others_is_enough() {
        assertThat(at(0).read(ACCOUNT, "t=" + SIGNED_AT + ",v1=00,v1=" + V1 + ",v0=ff", bytes(BODY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 86_400, -301, -86_400})
    void another_time_is_stale(long later) {
        assertThatExceptionOfType(ForgedNotice.class)
                .isThrownBy(() -> at(later).read(ACCOUNT, "t=" + SIGNED_AT + ",v1=" + V1, bytes(BODY)))
                .satisfies(forged -> assertThat(forged.kind()).isEqualTo(Kind.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=", "v1=" + V1, "t=1614265330", "t=1614265330,v1=", "t=1614265330,v0=" + V1, "t=1614265331,v1=" + V1, "t=x,v1=" + V1})
    void another_header_is_forged(String header) {
        assertThatExceptionOfType(ForgedNotice.class)
                .isThrownBy(() -> at(0).read(ACCOUNT, header, bytes(BODY)))
                .satisfies(forged -> assertThat(forged.kind()).isEqualTo(Kind.FORGED));
    }

    @Test
    void a_changed_body_is_forged() {
        assertThatExceptionOfType(ForgedNotice.class)
                .isThrownBy(() -> at(0).read(ACCOUNT, "t=" + SIGNED_AT + ",v1=" + V1, bytes(BODY + " ")))
                .satisfies(forged -> assertThat(forged.kind()).isEqualTo(Kind.FORGED));
    }

    @Test
    void an_account_shows_no_key() {
        assertThat(ACCOUNT.toString()).doesNotContain("whsec");
    }

    private static StripeWebhook at(long later) {
        return new StripeWebhook(Clock.fixed(Instant.ofEpochSecond(SIGNED_AT + later), ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
