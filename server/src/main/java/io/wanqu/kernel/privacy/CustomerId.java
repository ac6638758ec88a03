package io.wanqu.kernel.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;

import io.wanqu.kernel.Id;

/** Somebody who bought, as one shop knows him. */
public record CustomerId(long value) implements Id {

    @JsonCreator
    public static CustomerId of(String text) {
        return new CustomerId(Id.parse("customer", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
