package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A person's account; it belongs to no shop, and may have rights in many. */
public record AccountId(long value) implements Id {

    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(Id.parse("account", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
