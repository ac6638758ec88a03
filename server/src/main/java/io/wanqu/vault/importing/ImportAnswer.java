package io.wanqu.vault.importing;

import java.time.Instant;
import java.util.Locale;

import io.wanqu.kernel.PoolId;

import org.jspecify.annotations.Nullable;

/**
 * An import as it is told outside.
 *
 * @param stored    bytes received so far; an interrupted upload goes on from here
 * @param read      bytes read so far
 * @param elsewhere cards that some other shop has too
 */
record ImportAnswer(String id, PoolId pool, String state, String format, String charset, long stored, long read, int lines,
        int loaded, long usesLoaded, int duplicates, int elsewhere, int errors, Instant createdAt, @Nullable Instant finishedAt) {

    static ImportAnswer of(Import of) {
        var counts = of.counts();
        return new ImportAnswer(Long.toString(of.id()), of.pool(), of.state().name().toLowerCase(Locale.ROOT),
                of.options().format().text(), of.options().charset(), of.stored(), of.position(), counts.lines(),
                counts.loaded(), counts.usesLoaded(), counts.duplicates(), counts.elsewhere(), counts.errors(),
                of.createdAt(), of.finishedAt());
    }
}
