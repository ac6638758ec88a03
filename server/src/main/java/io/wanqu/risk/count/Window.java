package io.wanqu.risk.count;

import java.time.Duration;

/** How far back is counted. */
public enum Window {
    TEN_MINUTES("10m", Duration.ofMinutes(10)), HOUR("1h", Duration.ofHours(1)), DAY("24h", Duration.ofDays(1));

    private final String text;
    private final long millis;

    Window(String text, Duration length) {
        this.text = text;
        this.millis = length.toMillis();
    }

    public String text() {
        return text;
    }

    /** The number of the stretch that a moment lies in. */
    long stretch(long atMillis) {
        return Math.floorDiv(atMillis, millis);
    }

    /** How much of the stretch before still lies in a window that ends at this moment. */
    double restOfFormer(long atMillis) {
        return 1.0 - (double) Math.floorMod(atMillis, millis) / millis;
    }
}
