package io.wanqu.payment.rail;

import java.util.Locale;

/** How the buyer pays: what his page, application or till can do with the instruction. */
public enum Method {
    /** A code that the page shows and the buyer scans. */
    NATIVE,
    JSAPI,
    H5,
    MINI,
    APP,
    /** A form or address of the provider, for a desktop browser. */
    PAGE,
    /** The same for a telephone's browser. */
    WAP,
    /** A code that the provider makes beforehand. */
    PRECREATE,
    /** An intent that the provider's own form on our page confirms. */
    INTENT,
    /** Stored value within the shop. */
    BALANCE,
    SANDBOX;

    /** As it stands in the database and in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Method of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
