package io.wanqu.payment.wechatpay;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;

import com.wechat.pay.java.core.certificate.CertificateProvider;

import org.jspecify.annotations.Nullable;

/** The provider's certificates, fetched when first needed and again every few hours, long before one of them ends. */
final class Certificates implements CertificateProvider {

    private static final Duration OLD_MAX = Duration.ofHours(12);
    /** Anyone can send a callback that names an unknown certificate; that must not make us ask without end. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Supplier<Map<String, X509Certificate>> download;
    private final Clock clock;
    private Map<String, X509Certificate> known = Map.of();
    private @Nullable Instant asked;

    Certificates(Supplier<Map<String, X509Certificate>> download, Clock clock) {
        this.download = download;
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable X509Certificate getCertificate(String serial) {
        if (!known.containsKey(serial)) {
            refresh(ASKED_AGAIN_AFTER);
        }
        return fresh().get(serial);
    }

    @Override
    public synchronized X509Certificate getAvailableCertificate() {
        return fresh().values().stream()
                .max(Comparator.comparing(X509Certificate::getNotAfter))
                .orElseThrow(() -> new IllegalArgumentException("the provider shows no certificate"));
    }

    private Map<String, X509Certificate> fresh() {
        refresh(OLD_MAX);
        return known;
    }

    private void refresh(Duration after) {
        var now = clock.instant();
        if (known.isEmpty() || asked == null || asked.plus(after).isBefore(now)) {
            try {
                known = Map.copyOf(download.get());
            } catch (RuntimeException e) {
                // What is known stays good while the provider can't be asked.
                if (known.isEmpty()) {
                    throw e;
                }
            }
            asked = now;
        }
    }
}
