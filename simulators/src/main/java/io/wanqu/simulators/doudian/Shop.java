package io.wanqu.simulators.doudian;

import io.wanqu.simulators.SimulatedClock;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A shop that trusts one application, and the tokens of that trust. */
final class Shop {

    private static final long ACCESS_SECONDS = 7 * 24 * 3600;
    private static final long REFRESH_SECONDS = 14 * 24 * 3600;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long id;
    private final App app;
    private final SimulatedClock clock;
    private final String code = random();
    private final Orders orders = new Orders();
    private final AfterSales afterSales = new AfterSales();
    private String access = "";
    private String refresh = "";
    private long accessEnds;
    private long refreshEnds;
    private int refreshes;

    Shop(long id, App app, SimulatedClock clock) {
        this.id = id;
        this.app = app;
        this.clock = clock;
        issue();
    }

    long id() {
        return id;
    }

    App app() {
        return app;
    }

    Orders orders() {
        return orders;
    }

    AfterSales afterSales() {
        return afterSales;
    }

    String code() {
        return code;
    }

    synchronized Grant grant() {
        return new Grant(access, refresh, accessEnds - clock.seconds(), accessEnds);
    }

    /** The refresh token is good for one use, and the old access token ends with it. */
    synchronized Grant renew(String offered) {
        if (!Signing.same(refresh, offered) || clock.seconds() >= refreshEnds) {
            throw new Refusal(Refusal.NO_PERMISSION, "dop.authorization-no-existed", "refresh token is not valid");
        }
        refreshes++;
        issue();
        return grant();
    }

    synchronized boolean knows(String offered) {
        return Signing.same(access, offered);
    }

    synchronized boolean expired() {
        return clock.seconds() >= accessEnds;
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
        accessEnds = clock.seconds() + ACCESS_SECONDS;
        refreshEnds = clock.seconds() + REFRESH_SECONDS;
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    record Grant(String access, String refresh, long expiresIn, long expiresAt) {
    }
}
