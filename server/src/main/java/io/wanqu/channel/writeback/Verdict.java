package io.wanqu.channel.writeback;

import java.time.Duration;

import io.wanqu.connector.ConnectorException;

import org.jspecify.annotations.Nullable;

/** How one try to tell a channel ended. */
sealed interface Verdict {

    record Done(String code) implements Verdict {
    }

    /** Try again; the trouble, if there was one, concerns the whole channel. */
    record Later(String code, Duration pause, @Nullable ConnectorException trouble) implements Verdict {
    }

    /** The channel takes it no more; a person is told. */
    record Failed(String code) implements Verdict {
    }

    /** The channel refuses, or there is no reason to tell it any more. */
    record Refused(String code, boolean alarming) implements Verdict {
    }
}
