package io.wanqu.vault;

import java.time.Instant;
import java.util.Map;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.Problem;

/** Every way the vault can refuse. */
public abstract sealed class VaultProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private VaultProblem(String code, Kind kind, Map<String, Object> facts) {
        super("vault." + code, kind, facts);
    }

    public static final class AlreadyRevealed extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public AlreadyRevealed(Instant openedAt) {
            super("already-revealed", Kind.CONFLICT, Map.of("openedAt", openedAt.toString()));
        }
    }

    public static final class UnknownPool extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UnknownPool(PoolId pool) {
            super("unknown-pool", Kind.NOT_FOUND, Map.of("field", "pool", "pool", pool.text()));
        }
    }

    public static final class UnknownImport extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UnknownImport(long importId) {
            super("unknown-import", Kind.NOT_FOUND, Map.of("import", Long.toString(importId)));
        }
    }

    public static final class UnknownBatch extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UnknownBatch(long batch) {
            super("unknown-batch", Kind.NOT_FOUND, Map.of("batch", Long.toString(batch)));
        }
    }

    public static final class UnknownCard extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UnknownCard(long card) {
            super("unknown-card", Kind.NOT_FOUND, Map.of("card", Long.toString(card)));
        }
    }

    public static final class UnknownDelivery extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UnknownDelivery(long holder) {
            super("unknown-delivery", Kind.NOT_FOUND, Map.of("holder", Long.toString(holder)));
        }
    }

    public static final class UploadOffset extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public UploadOffset(long got, long stored) {
            super("upload-offset", Kind.CONFLICT, Map.of("field", "Upload-Offset", "got", got, "stored", stored));
        }
    }

    public static final class ImportStarted extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public ImportStarted(long importId) {
            super("import-started", Kind.CONFLICT, Map.of("import", Long.toString(importId)));
        }
    }

    public static final class ContentTooLarge extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public ContentTooLarge(long bytesMax) {
            super("content-too-large", Kind.TOO_LARGE, Map.of("bytesMax", bytesMax));
        }
    }

    public static final class ContentUnreadable extends VaultProblem {

        private static final long serialVersionUID = 1L;

        public ContentUnreadable(String expected) {
            super("content-unreadable", Kind.MALFORMED, Map.of("expected", expected));
        }
    }
}
