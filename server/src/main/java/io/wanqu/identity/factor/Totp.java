package io.wanqu.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** The codes of RFC 6238 as every authenticator makes them: six digits of HMAC-SHA-1, new every thirty seconds. */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP, 6);

    private Totp() {
    }

    static String code(byte[] secret, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret that no code can be made of", e);
        }
    }

    /** The step that has this code: the present one or its neighbours, because clocks go apart. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        var present = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = present - 1; step <= present + 1; step++) {
            if (MessageDigest.isEqual(code(secret, Instant.ofEpochSecond(step * STEP.toSeconds())).getBytes(StandardCharsets.UTF_8),
                    code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
