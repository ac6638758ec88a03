package io.wanqu.payment.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.simulators.Rsa;
import io.wanqu.simulators.SelfSigned;

import org.junit.jupiter.api.Test;

class CertificatesTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final Map<String, X509Certificate> shown = new HashMap<>();
    private final AtomicInteger downloads = new AtomicInteger();
    private Instant now = START;
    private boolean broken;
    private final Certificates certificates = new Certificates(() -> {
        downloads.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("not reached");
        }
        return shown;
    }, new Moving().withZone(ZoneOffset.UTC));

    @Test
    void an_unknown_serial_asks_at_most_once_a_minute() {
        show("1", 10);
        assertThat(certificates.getCertificate("1")).isNotNull();

        for (var time = 0; time < 100; time++) {
            assertThat(certificates.getCertificate("guessed")).isNull();
        }
        assertThat(downloads.get()).isEqualTo(1);

        now = START.plusSeconds(61);
        show("2", 20);
        assertThat(certificates.getCertificate("2")).isNotNull();
        assertThat(downloads.get()).isEqualTo(2);
        assertThat(certificates.getAvailableCertificate()).isEqualTo(shown.get("2"));
    }

    @Test
    void certificates_are_renewed_and_the_old_ones_serve_while_nobody_answers() {
        show("1", 10);
        certificates.getCertificate("1");
        broken = true;
        now = START.plus(Duration.ofHours(13));

        assertThat(certificates.getCertificate("1")).isNotNull();
        assertThat(downloads.get()).isEqualTo(2);
    }

    @Test
    void without_any_certificate_the_failure_is_told() {
        broken = true;

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> certificates.getCertificate("1"));
    }

    private void show(String serial, int days) {
        shown.put(serial, SelfSigned.certificate(Rsa.pair(), "platform", new BigInteger(serial), START, START.plus(Duration.ofDays(days))));
    }

    /** A clock that a test moves. */
    private final class Moving implements InstantSource {

        @Override
        public Instant instant() {
            return now;
        }
    }
}
