package io.wanqu.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Another node changed something in the database: whoever asks here two seconds later is told so, and whoever asks earlier may be. */
public final class OtherNode {

    private static final Duration TOLD_AFTER = Duration.ofSeconds(2);

    private OtherNode() {
    }

    /** To be called right after the change. What counts is when a question was asked, and not how long its answer took. */
    public static void isHeardOf(BooleanSupplier told) {
        var changed = System.nanoTime();
        await().atMost(60, SECONDS).until(() -> {
            var late = System.nanoTime() - changed > TOLD_AFTER.toNanos();
            var heard = told.getAsBoolean();
            assertThat(heard || !late).as("known to whoever asks later than %s", TOLD_AFTER).isTrue();
            return heard;
        });
    }
}
