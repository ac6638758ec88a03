package io.wanqu.simulators;

import java.time.Clock;
import java.time.Duration;

/** The platform's own clock, which a test may put wrong. */
public final class SimulatedClock {

    private final Clock real;
    private volatile Duration skew = Duration.ZERO;

    public SimulatedClock(Clock real) {
        this.real = real;
    }

    public long seconds() {
        return Math.floorDiv(millis(), 1000);
    }

    public long millis() {
        return real.instant().plus(skew).toEpochMilli();
    }

    public void skew(Duration by) {
        skew = by;
    }
}
