package io.wanqu.simulators.wire;

import java.time.Duration;

/** Brings messages to their receivers, or keeps them until they are fetched. */
public interface Carrier extends AutoCloseable {

    /** Whether anybody would get what is sent there. */
    boolean reaches(String address);

    void carry(Message message, Duration delay);

    Counts counts();

    @Override
    default void close() {
    }

    /** How messages fared so far. */
    record Counts(long attempts, long acknowledged, long givenUp) {
    }
}
