package io.wanqu.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.Hashes;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.risk.RiskProblem.Challenge;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes challenges for one request each and checks their answers. Nothing is stored: a challenge is signed, has an end, and
 * is bound to the shop, the idempotency key and the contact of the request, which can become one order only; so an answer is
 * good once. The work is done by the page without a word to the buyer; there is nothing to see, hear or drag.
 */
@Component
public class Challenges {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int CODE_TRIES = 5;
    private static final int CODE_DIGITS = 6;
    private static final int SALT_BYTES = 12;
    private static final int FIELDS = 5;
    private static final Pattern ANSWER = Pattern.compile("([A-Za-z0-9_-]{1,300}\\.[A-Za-z0-9_-]{1,60}):([A-Za-z0-9_-]{1,64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sealing sealing;
    private final SendCode sendCode;
    private final RiskSettings settings;
    private final Clock clock;
    private final Limiter codeTries;

    Challenges(Sealing sealing, SendCode sendCode, RiskSettings settings, Clock clock) {
        this.sealing = sealing;
        this.sendCode = sendCode;
        this.settings = settings;
        this.clock = clock;
        this.codeTries = new Limiter(CODE_TRIES, GOOD_FOR, clock);
    }

    /** The same refusal with a challenge for this request; a code is sent where the contact can get one, else work is asked for. */
    public RiskProblem put(RiskProblem.ChallengeNeeded needed, Request request) {
        if (needed.byCode()) {
            var token = token("code", 0, request);
            if (sendCode.send(request.contact, code(request.shop, token))) {
                return needed.with(new Challenge("code", token, 0, ends(token).toString()));
            }
        }
        var bits = settings.workBits() + needed.extraBits();
        var token = token("work", bits, request);
        return needed.with(new Challenge("work", token, bits, ends(token).toString()));
    }

    /** Whether the header answers a challenge of this request; no header proves nothing, a wrong one is refused. */
    public boolean proves(@Nullable String header, Request request) {
        if (header == null) {
            return false;
        }
        var matcher = ANSWER.matcher(header.strip());
        if (!matcher.matches() || !isOurs(matcher.group(1), request)) {
            throw new RiskProblem.ChallengeFailed();
        }
        var token = matcher.group(1);
        var answer = matcher.group(2);
        var right = fields(token)[0].equals("work") ? isWork(token, answer, Integer.parseInt(fields(token)[1])) : isCode(request.shop, token, answer);
        if (!right) {
            throw new RiskProblem.ChallengeFailed();
        }
        return true;
    }

    private String token(String kind, int bits, Request request) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var payload = kind + "|" + bits + "|" + clock.instant().plus(GOOD_FOR).getEpochSecond() + "|" + HexFormat.of().formatHex(salt) + "|"
                + bound(request);
        return base64(payload.getBytes(StandardCharsets.UTF_8)) + "." + base64(signature(request.shop, payload));
    }

    private boolean isOurs(String token, Request request) {
        try {
            var dot = token.indexOf('.');
            var payload = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            var fields = payload.split("\\|");
            return MessageDigest.isEqual(signature(request.shop, payload), Base64.getUrlDecoder().decode(token.substring(dot + 1)))
                    && fields.length == FIELDS && fields[FIELDS - 1].equals(bound(request)) && ends(token).isAfter(clock.instant());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isCode(ShopId shop, String token, String answer) {
        var tries = codeTries.take(token);
        if (!tries.allowed()) {
            throw new RiskProblem.TooManyChallengeTries(tries.retryAfterSeconds());
        }
        return MessageDigest.isEqual(code(shop, token).getBytes(StandardCharsets.UTF_8), answer.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bits how many leading bits of the hash must be nought */
    static boolean isWork(String token, String nonce, int bits) {
        var hash = Hashes.sha256((token + ":" + nonce).getBytes(StandardCharsets.UTF_8));
        for (var bit = 0; bit < bits; bit++) {
            if ((hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String[] fields(String token) {
        return new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8).split("\\|");
    }

    private static Instant ends(String token) {
        return Instant.ofEpochSecond(Long.parseLong(fields(token)[2]));
    }

    private byte[] signature(ShopId shop, String payload) {
        return sealing.hash(shop, "risk.challenge", payload.getBytes(StandardCharsets.UTF_8));
    }

    private String bound(Request request) {
        var bytes = Hashes.netstrings(request.key, request.contact);
        return HexFormat.of().formatHex(sealing.hash(request.shop, "risk.bound", bytes));
    }

    private String code(ShopId shop, String token) {
        var hash = sealing.hash(shop, "risk.code", token.getBytes(StandardCharsets.UTF_8));
        var number = ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + CODE_DIGITS + "d", number % (long) Math.pow(10, CODE_DIGITS));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What a challenge is for.
     *
     * @param key what makes the request one and the same: its idempotency key
     */
    public record Request(ShopId shop, String key, String contact) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }
}
