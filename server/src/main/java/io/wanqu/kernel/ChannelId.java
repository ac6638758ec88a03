package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A way to sell: the own page, a marketplace shop, a till. */
public record ChannelId(long value) implements Id {

    @JsonCreator
    public static ChannelId of(String text) {
        return new ChannelId(Id.parse("channel", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
