package io.wanqu.storefront.handoff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.storefront.StorefrontProblem;
import io.wanqu.storefront.handoff.HandOff.Given;
import io.wanqu.storefront.handoff.HandOffTable.Received;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Puts down what a buyer takes along, and gives it to the first who brings the code or the link. */
@Component
class PassOn {

    /** Without letters and digits that are taken for one another when read aloud. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LETTERS = 8;
    private static final int TOKEN_BYTES = 16;
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** There are 8 × 10^11 codes: by this many guesses one meets nobody's within its ten minutes. */
    private static final int WRONG_PER_ADDRESS = 20;
    private static final int MADE_PER_ADDRESS = 60;
    private static final int SLICE = 1_000;

    private final HandOffTable table;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Limiter wrong;
    private final Limiter made;

    PassOn(HandOffTable table, Ids ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
        this.wrong = new Limiter(WRONG_PER_ADDRESS, PERIOD, clock);
        this.made = new Limiter(MADE_PER_ADDRESS, PERIOD, clock);
    }

    Given give(ShopId shop, HandOff handOff, String address) {
        refuseWhenTiresome(made.take(address));
        while (true) {
            var now = clock.instant();
            var given = new Given(code(), now.plus(CODE_LIFE), token(), now.plus(LINK_LIFE));
            if (table.add(shop, ids.next(), handOff, given, now)) {
                return given;
            }
        }
    }

    /** One answer for what is wrong, over, or taken already, so that none can be told from the other. A right try costs nothing. */
    Received receive(ShopId shop, String secret, ChannelId on, String address) {
        refuseWhenTiresome(wrong.take(address));
        var plain = secret.length() > CODE_LETTERS + 2 ? secret : secret.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        var received = table.receive(shop, plain, on, clock.instant()).orElseThrow(StorefrontProblem.HandOffOver::new);
        wrong.giveBack(address);
        return received;
    }

    private static void refuseWhenTiresome(Limiter.Outcome outcome) {
        if (!outcome.allowed()) {
            throw new StorefrontProblem.TooManyWrongCodes(outcome.retryAfterSeconds());
        }
    }

    private String code() {
        var code = new StringBuilder();
        random.ints(CODE_LETTERS, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
        return code.toString();
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Lets go of what nobody came for. */
    @Configuration(proxyBeanMethods = false)
    static class Forget {

        @Bean
        RecurringTask<Void> forgetHandOffs(HandOffTable table, Clock clock) {
            return Tasks.recurring("storefront.forget-hand-offs", FixedDelay.of(Duration.ofMinutes(30))).execute((instance, context) -> {
                while (table.forget(clock.instant(), SLICE) == SLICE) {
                    Thread.onSpinWait();
                }
            });
        }
    }
}
