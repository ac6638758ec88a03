package io.wanqu.connector;

import java.time.Instant;

/** A span of the channel's time, both ends included, read by when things were created or last changed. */
public record ChangeWindow(Instant from, Instant until, Basis basis) {

    public ChangeWindow {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("window ends before it begins: " + from + " .. " + until);
        }
    }

    /** Which of an order's times counts. */
    public enum Basis {
        UPDATED, CREATED
    }

    public static ChangeWindow updated(Instant from, Instant until) {
        return new ChangeWindow(from, until, Basis.UPDATED);
    }

    public static ChangeWindow created(Instant from, Instant until) {
        return new ChangeWindow(from, until, Basis.CREATED);
    }
}
