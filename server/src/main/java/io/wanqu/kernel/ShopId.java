package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A shop. */
public record ShopId(long value) implements Id {

    /** Who runs the place; it has no shop, but books and tokens like one. */
    public static final ShopId PLATFORM = new ShopId(0);

    /** Also the platform's number, because events of the platform are written and read like those of a shop. */
    @JsonCreator
    public static ShopId of(String text) {
        return text.equals(PLATFORM.text()) ? PLATFORM : new ShopId(Id.parse("shop", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
