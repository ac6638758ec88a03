package io.wanqu.channel.rollout;

import java.util.Locale;

/** How far a channel is opened. */
enum Stage {
    /** Nothing is sold there. */
    DRAFT,
    /** Chosen SKUs, and a small quota of each. */
    PILOT,
    FULL;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Stage before() {
        return this == FULL ? PILOT : DRAFT;
    }

    static Stage of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
