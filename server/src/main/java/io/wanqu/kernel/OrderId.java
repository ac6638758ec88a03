package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An order. */
public record OrderId(long value) implements Id {

    @JsonCreator
    public static OrderId of(String text) {
        return new OrderId(Id.parse("order", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
