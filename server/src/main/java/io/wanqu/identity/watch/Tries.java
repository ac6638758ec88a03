package io.wanqu.identity.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.identity.watch.TryTable.Allowance;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;

/**
 * Holds guessers back without holding the owner back. Each familiar device has tries of its own, which nobody else can use
 * up. All others share a short allowance by network and a long one together; when that is spent, a one-time code still
 * lets the owner in. Whether the account exists makes no difference.
 */
@Component
public class Tries {

    private static final Allowance OF_ONE = new Allowance(5, Duration.ofSeconds(30), Duration.ofMinutes(15));
    private static final Allowance OF_STRANGERS = new Allowance(50, Duration.ofMinutes(15), Duration.ofMinutes(15));
    private static final int OF_ADDRESS_PER_HOUR_MAX = 300;

    private final TryTable table;
    private final Sealing sealing;
    private final Clock clock;
    private final Limiter ofAddress;

    Tries(TryTable table, Sealing sealing, Clock clock) {
        this.table = table;
        this.sealing = sealing;
        this.clock = clock;
        this.ofAddress = new Limiter(OF_ADDRESS_PER_HOUR_MAX, Duration.ofHours(1), clock);
    }

    /**
     * Takes a try before it is looked at, so that a hundred at once are counted one by one.
     *
     * @param what     what is tried, as {@code password}
     * @param whom     the account or contact that it is tried for
     * @param familiar whether the device is one of this account's
     */
    public Try take(String what, byte[] whom, Origin origin, boolean familiar) {
        if (origin.limited()) {
            var outcome = ofAddress.take(origin.address());
            if (!outcome.allowed()) {
                throw new WatchProblem.TooManyTries(outcome.retryAfterSeconds());
            }
        }
        var subject = what + "/" + HexFormat.of().formatHex(whom);
        var taken = new ArrayList<byte[]>();
        if (familiar) {
            taken.add(take(subject + "/device/" + origin.device(), OF_ONE));
        } else {
            taken.add(take(subject + "/network/" + origin.network(), OF_ONE));
            taken.add(take(subject, OF_STRANGERS));
        }
        return new Try(taken, origin);
    }

    /** It was right, so it was no guess. */
    public void right(Try right) {
        right.keys.forEach(table::clear);
        if (right.origin.limited()) {
            ofAddress.giveBack(right.origin.address());
        }
    }

    private byte[] take(String subject, Allowance allowance) {
        var key = sealing.platformHash("identity.tries", subject.getBytes(StandardCharsets.UTF_8));
        var now = clock.instant();
        if (!table.take(key, allowance, now)) {
            var until = table.blockedUntil(key).orElse(now);
            throw new WatchProblem.TooManyTries(Math.max(1, Duration.between(now, until).toSeconds() + 1));
        }
        return key;
    }

    /** A try that was counted. */
    public record Try(List<byte[]> keys, Origin origin) {
    }
}
