package io.wanqu.identity.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.watch.Origin;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.message.Outbox;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one-time codes and takes them back, each once. Whether anything is sent depends on who has an account; the answer,
 * its time and what is written down do not.
 */
@Component
public class OneTimeCodes {

    private static final int CODES = 1_000_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int PER_HOUR_OF_ASKER_MAX = 6;
    private static final int PER_HOUR_OF_RECEIVER_MAX = 20;
    private static final int PER_HOUR_OF_ADDRESS_MAX = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Codes codes;
    private final Accounts accounts;
    private final Sealing sealing;
    private final Outbox outbox;
    private final Clock clock;
    private final Limiter ofAsker;
    private final Limiter ofReceiver;
    private final Limiter ofAddress;

    OneTimeCodes(Codes codes, Accounts accounts, Sealing sealing, Outbox outbox, Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.sealing = sealing;
        this.outbox = outbox;
        this.clock = clock;
        this.ofAsker = new Limiter(PER_HOUR_OF_ASKER_MAX, Duration.ofHours(1), clock);
        this.ofReceiver = new Limiter(PER_HOUR_OF_RECEIVER_MAX, Duration.ofHours(1), clock);
        this.ofAddress = new Limiter(PER_HOUR_OF_ADDRESS_MAX, Duration.ofHours(1), clock);
    }

    /** Only from the device that asks, or else from the address, the code is good. */
    @Transactional
    public void send(Contact to, Purpose purpose, Origin asker) {
        var key = key(to, purpose, asker.device());
        limit(key, asker);
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        codes.put(key, hash(key, code), clock.instant().plus(GOOD_FOR));
        var words = to.message("验证码 · Your code", "您的验证码 " + code + "，10 分钟内有效，请勿告诉任何人。Your code is " + code
                + ". It is good for 10 minutes; tell nobody.");
        var known = accounts.find(to).isPresent();
        switch (purpose) {
            case REGISTER -> outbox.add(known ? to.message("您已有账号 · You have an account",
                    "有人（也许是您）用这个地址注册，但它已有账号，请直接登录。Somebody, perhaps you, tried to register this address, which has an account already. Please log in.") : words);
            case LOGIN, RECOVER -> {
                if (known) {
                    outbox.add(words);
                } else {
                    outbox.addNothing(words);
                }
            }
            case PROVE -> outbox.add(words);
        }
    }

    /** Refuses every code but the last one sent, and that one the second time. */
    public void use(Contact to, Purpose purpose, String asker, String code) {
        var key = key(to, purpose, asker);
        if (!codes.use(key, hash(key, code.strip()), clock.instant())) {
            throw new CodeProblem.WrongCode();
        }
    }

    /** What nobody can use any more. */
    public void forgetExpired() {
        codes.forget(clock.instant());
    }

    /** Messages cost money, so one address can't have them sent to everybody. */
    private void limit(Codes.Key key, Origin asker) {
        if (asker.limited()) {
            check(ofAddress.take(asker.address()));
        }
        var receiver = HexFormat.of().formatHex(key.receiver());
        check(ofAsker.take(receiver + HexFormat.of().formatHex(key.asker())));
        check(ofReceiver.take(receiver));
    }

    private static void check(Limiter.Outcome outcome) {
        if (!outcome.allowed()) {
            throw new CodeProblem.TooManyCodes(outcome.retryAfterSeconds());
        }
    }

    private Codes.Key key(Contact to, Purpose purpose, String asker) {
        return new Codes.Key(to.hash(sealing), purpose, sealing.platformHash("identity.asker", asker.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] hash(Codes.Key key, String code) {
        var text = (key.purpose().text() + "/" + code).getBytes(StandardCharsets.UTF_8);
        return sealing.platformHash("identity.code",
                ByteBuffer.allocate(key.receiver().length + key.asker().length + text.length).put(key.receiver()).put(key.asker()).put(text).array());
    }
}
