package io.wanqu.vault.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.VaultProblem;
import io.wanqu.vault.importing.Import.Options;
import io.wanqu.vault.importing.Import.State;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens an import and stores what is uploaded, piece by piece, each sealed and in a transaction of its own: a broken
 * connection loses at most the piece in flight, and the upload goes on from the stored offset.
 */
@Component
class ReceiveContent {

    static final int CHUNK_BYTES = 256 * 1024;

    /** Ten million lines of fifty bytes; also what an unpacked gzip may grow to. */
    static final long CONTENT_BYTES_MAX = 512L * 1024 * 1024;

    private final Imports imports;
    private final ImportChunks chunks;
    private final CountsStock stock;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReceiveContent(Imports imports, ImportChunks chunks, CountsStock stock, Ids ids, Clock clock, TransactionTemplate transaction) {
        this.imports = imports;
        this.chunks = chunks;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    Import open(Caller caller, PoolId pool, Options options) {
        var id = ids.next();
        transaction.executeWithoutResult(status -> {
            if (!stock.exists(caller.shop(), pool)) {
                throw new VaultProblem.UnknownPool(pool);
            }
            imports.add(caller.shop(), id, pool, options, new Imports.Created(caller.name(), clock.instant()));
        });
        return find(caller.shop(), id);
    }

    Import find(ShopId shop, long id) {
        return imports.find(shop, id).orElseThrow(() -> new VaultProblem.UnknownImport(id));
    }

    /** Stores the stream from this offset on; offsets count bytes of the text itself, also when it comes packed. */
    Import store(ShopId shop, long id, long offset, InputStream content) throws IOException {
        var of = find(shop, id);
        if (of.state() != State.RECEIVING) {
            throw new VaultProblem.ImportStarted(id);
        }
        if (of.stored() != offset) {
            throw new VaultProblem.UploadOffset(offset, of.stored());
        }
        var buffer = new byte[CHUNK_BYTES];
        var filled = 0;
        var at = offset;
        try {
            for (var count = content.read(buffer); count >= 0; count = content.read(buffer, filled, CHUNK_BYTES - filled)) {
                filled += count;
                if (filled == CHUNK_BYTES) {
                    at = add(shop, id, at, buffer);
                    filled = 0;
                }
            }
        } catch (ZipException e) {
            throw new VaultProblem.ContentUnreadable("a body packed as Content-Encoding says");
        } finally {
            if (filled > 0) {
                add(shop, id, at, Arrays.copyOf(buffer, filled));
            }
        }
        return find(shop, id);
    }

    /** Ends the upload; asked again, it changes nothing. */
    Import start(ShopId shop, long id) {
        imports.queue(shop, id, clock.instant());
        return find(shop, id);
    }

    static InputStream unpack(InputStream body, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> body;
            case "gzip" -> gunzip(body);
            default -> throw new KernelProblem.InvalidValue("Content-Encoding", "gzip or identity");
        };
    }

    private static InputStream gunzip(InputStream body) throws IOException {
        try {
            return new GZIPInputStream(body, CHUNK_BYTES);
        } catch (ZipException e) {
            throw new VaultProblem.ContentUnreadable("a gzip body");
        }
    }

    private long add(ShopId shop, long id, long from, byte[] plain) {
        var to = from + plain.length;
        if (to > CONTENT_BYTES_MAX) {
            throw new VaultProblem.ContentTooLarge(CONTENT_BYTES_MAX);
        }
        var sealed = chunks.seal(shop, id, from, plain);
        transaction.executeWithoutResult(status -> {
            if (!imports.grow(shop, id, from, to)) {
                throw new VaultProblem.UploadOffset(from, find(shop, id).stored());
            }
            chunks.add(shop, id, from, plain.length, sealed);
        });
        return to;
    }
}
