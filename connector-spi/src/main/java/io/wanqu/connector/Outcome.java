package io.wanqu.connector;

import java.time.Duration;

/** How a channel answered a plain request. */
public sealed interface Outcome {

    /** Done now or before. */
    record Done() implements Outcome {
    }

    record RetryLater(Duration delay) implements Outcome {
    }

    /** Not done, and repeating will not help. */
    record Refused(String code, String message) implements Outcome {
    }
}
