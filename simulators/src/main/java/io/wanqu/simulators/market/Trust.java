package io.wanqu.simulators.market;

import io.wanqu.simulators.SimulatedClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** A shop's trust in one application: the owner's code and the tokens given for it. */
public final class Trust {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SimulatedClock clock;
    private final Rules rules;
    private final String code = random();
    private String access = "";
    private String refresh = "";
    private long accessEnds;
    private long refreshEnds;
    private int refreshes;

    Trust(SimulatedClock clock, Rules rules) {
        this.clock = clock;
        this.rules = rules;
        issue();
    }

    /** What the owner brings back from the platform's page. */
    public String code() {
        return code;
    }

    public synchronized Grant grant() {
        return new Grant(access, refresh, accessEnds - clock.seconds(), accessEnds, refreshEnds);
    }

    /** The refresh token is good for one use, and the old access token ends with it; empty when it is not good. */
    public synchronized Optional<Grant> renew(String offered) {
        if (!same(refresh, offered) || clock.seconds() >= refreshEnds) {
            return Optional.empty();
        }
        refreshes++;
        issue();
        return Optional.of(grant());
    }

    /** Another access token for whoever knows the application's secret. */
    public synchronized Grant again() {
        refreshes++;
        issue();
        return grant();
    }

    public synchronized boolean knows(String offered) {
        return same(access, offered);
    }

    public synchronized boolean expired() {
        return clock.seconds() >= accessEnds;
    }

    public synchronized boolean renewableBy(String offered) {
        return same(refresh, offered);
    }

    synchronized void expire(boolean alsoRefresh) {
        accessEnds = clock.seconds();
        if (alsoRefresh) {
            refreshEnds = clock.seconds();
        }
    }

    synchronized int refreshes() {
        return refreshes;
    }

    private void issue() {
        access = random();
        refresh = random();
        accessEnds = clock.seconds() + rules.accessLife().toSeconds();
        refreshEnds = clock.seconds() + rules.refreshLife().toSeconds();
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** The tokens in force. */
    public record Grant(String access, String refresh, long expiresIn, long expiresAt, long refreshExpiresAt) {

        @Override
        public String toString() {
            return "Grant[until " + expiresAt + "]";
        }
    }
}
