package io.wanqu.vault.importing;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of blocks into lines, from any stored position on, without holding more than one block and one line.
 * Lines end in LF, CRLF or CR. In UTF-16 the units are pairs of bytes.
 */
final class LineReader {

    /** Longer than any card with its label; what is longer is not a list of cards, and buffering it would cost memory. */
    static final int LINE_BYTES_MAX = 4_096;

    private static final int END = -1;

    private final Blocks blocks;
    private final int unit;
    private final int low;
    private final byte[] line = new byte[LINE_BYTES_MAX];
    private byte[] block = new byte[0];
    private int at;
    private long position;
    private int lineNo;

    /**
     * @param position where the next line starts
     * @param lineNo   how many lines came before it
     */
    LineReader(Blocks blocks, String charset, long position, int lineNo) {
        this.blocks = blocks;
        this.unit = charset.startsWith("utf-16") ? 2 : 1;
        this.low = charset.equals("utf-16be") ? 1 : 0;
        this.position = position;
        this.lineNo = lineNo;
    }

    /** The next line, or nothing at the end of the stream. */
    @Nullable Line next() {
        var first = nextUnit();
        if (first == END) {
            return null;
        }
        var length = 0;
        var tooLong = false;
        for (var c = first; c != END && c != '\n'; c = nextUnit()) {
            if (c == '\r') {
                skipLineFeed();
                break;
            }
            if (length + unit > LINE_BYTES_MAX) {
                tooLong = true;
            } else {
                length = append(length);
            }
        }
        lineNo++;
        return new Line(lineNo, tooLong ? null : Arrays.copyOf(line, length), position);
    }

    /** A CR and an LF are one end; the LF may stand in the next block. */
    private void skipLineFeed() {
        if (fill() && lineFeedAt(at)) {
            at += unit;
            position += unit;
        }
    }

    private boolean lineFeedAt(int index) {
        return block[index + low] == '\n' && (unit == 1 || block[index + 1 - low] == 0);
    }

    private int append(int length) {
        System.arraycopy(block, at - unit, line, length, unit);
        return length + unit;
    }

    /** The next unit as a number if it may end a line, else any other number. */
    private int nextUnit() {
        if (!fill()) {
            return END;
        }
        var value = block[at + low] & 0xFF;
        if (unit == 2 && block[at + 1 - low] != 0) {
            value = 0xFFFF;
        }
        at += unit;
        position += unit;
        return value;
    }

    /** Makes at least one whole unit available; half a unit at the end of the stream is dropped. */
    private boolean fill() {
        while (block.length - at < unit) {
            var more = blocks.from(position + block.length - at);
            if (more == null) {
                return false;
            }
            var left = block.length - at;
            var joined = Arrays.copyOfRange(block, at, block.length + more.length);
            System.arraycopy(more, 0, joined, left, more.length);
            block = joined;
            at = 0;
        }
        return true;
    }

    /** Where the bytes come from. */
    interface Blocks {

        /** Some bytes starting at this position, or nothing at the end. */
        byte @Nullable [] from(long position);
    }

    /**
     * @param bytes absent when the line is too long
     * @param end   where the next line starts
     */
    record Line(int number, byte @Nullable [] bytes, long end) {
    }
}
