package io.wanqu.vault.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.PoolId;
import io.wanqu.vault.importing.Import.Options;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes cards in that somebody inside has as a text; they are there a moment later. */
@Component
public class PasteCards {

    private final ReceiveContent receive;
    private final ImportWorkers workers;

    PasteCards(ReceiveContent receive, ImportWorkers workers) {
        this.receive = receive;
        this.workers = workers;
    }

    public void paste(Caller caller, PoolId pool, Text text) {
        var format = text.csv ? LineFormat.of("csv") : LineFormat.AUTO;
        try {
            var opened = receive.open(caller, pool, new Options(format, "auto", text.uses, text.perDay, null));
            receive.store(caller.shop(), opened.id(), 0, new ByteArrayInputStream(text.lines.getBytes(StandardCharsets.UTF_8)));
            receive.start(caller.shop(), opened.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workers.wake();
    }

    /**
     * What is pasted.
     *
     * @param csv    whether the first line names columns
     * @param uses   how often each card may be handed out
     * @param perDay and how often in a day
     */
    public record Text(String lines, boolean csv, int uses, @Nullable Integer perDay) {

        public static Text of(String lines) {
            return new Text(lines, false, 1, null);
        }

        @Override
        public String toString() {
            return "Text";
        }
    }
}
