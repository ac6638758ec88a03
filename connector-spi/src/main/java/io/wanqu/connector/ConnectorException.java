package io.wanqu.connector;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trouble with a channel. Its message never holds a secret, a token or a body. */
public final class ConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    public enum Remedy {
        /** The channel cannot be reached or is ill: try again, slower each time. */
        RETRY,
        /** We ask too often: wait first. */
        WAIT,
        /** The shop must grant access again; stop its jobs, keep receiving pushes. */
        AUTHORISE,
        /** Our request is wrong or forbidden; repeating it is useless. */
        LOOK
    }

    private final Remedy remedy;
    private final String code;
    private final @Nullable Duration retryAfter;

    private ConnectorException(Remedy remedy, String code, String message, @Nullable Duration retryAfter,
                               @Nullable Throwable cause) {
        super(message.isEmpty() ? code : code + ": " + message, cause);
        this.remedy = remedy;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** No answer, or one that cannot be read: what was asked may or may not have happened. */
    public static ConnectorException unreachable(String message, @Nullable Throwable cause) {
        return new ConnectorException(Remedy.RETRY, "unreachable", message, null, cause);
    }

    /** The channel says that it failed. */
    public static ConnectorException failing(String code, String message) {
        return new ConnectorException(Remedy.RETRY, code, message, null, null);
    }

    public static ConnectorException limited(String code, String message, Duration retryAfter) {
        return new ConnectorException(Remedy.WAIT, code, message, retryAfter, null);
    }

    public static ConnectorException unauthorised(String code, String message) {
        return new ConnectorException(Remedy.AUTHORISE, code, message, null, null);
    }

    public static ConnectorException refused(String code, String message) {
        return new ConnectorException(Remedy.LOOK, code, message, null, null);
    }

    public Remedy remedy() {
        return remedy;
    }

    /** The channel's own code, kept as it came. */
    public String code() {
        return code;
    }

    public boolean retryable() {
        return remedy == Remedy.RETRY || remedy == Remedy.WAIT;
    }

    /** How long the channel wants to be left alone, if it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public boolean needsAuthorisation() {
        return remedy == Remedy.AUTHORISE;
    }
}
