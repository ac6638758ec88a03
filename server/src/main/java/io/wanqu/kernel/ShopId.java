package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A shop. */
public record ShopId(long value) implements Id {

    @JsonCreator
    public static ShopId of(String text) {
        return new ShopId(Id.parse("shop", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
