package io.wanqu.risk.count;

import java.util.Locale;

/** By what is counted. */
public enum Dimension {
    PERSON, DEVICE, ADDRESS,
    /** The network an address lies in. */
    RANGE,
    PAYER, SKU, CHANNEL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
