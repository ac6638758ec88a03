package io.wanqu.privacy.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces of one size and keeps each of them sealed, so that no file is ever whole in memory. */
final class SealedPieces extends OutputStream {

    private static final int PIECE_BYTES = 256 * 1024;

    private final ExportTable table;
    private final long export;
    private final byte[] buffer = new byte[PIECE_BYTES];
    private int filled;
    private int pieces;
    private long size;

    SealedPieces(ExportTable table, long export) {
        this.table = table;
        this.export = export;
    }

    @Override
    public void write(int value) {
        buffer[filled++] = (byte) value;
        size++;
        if (filled == PIECE_BYTES) {
            keep();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (var at = from; at < from + length;) {
            var some = Math.min(PIECE_BYTES - filled, from + length - at);
            System.arraycopy(bytes, at, buffer, filled, some);
            filled += some;
            size += some;
            at += some;
            if (filled == PIECE_BYTES) {
                keep();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            keep();
        }
    }

    long size() {
        return size;
    }

    private void keep() {
        table.addPiece(export, pieces++, Arrays.copyOf(buffer, filled));
        filled = 0;
    }
}
