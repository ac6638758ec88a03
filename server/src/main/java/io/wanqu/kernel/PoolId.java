package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A counted stock that one or many SKUs are sold from. */
public record PoolId(long value) implements Id {

    @JsonCreator
    public static PoolId of(String text) {
        return new PoolId(Id.parse("pool", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
