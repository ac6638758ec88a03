package io.wanqu.vault.importing;

import org.jspecify.annotations.Nullable;

/** The bytes that some editors put before a text to say how it is written. */
enum ByteOrderMark {

    NONE(0, "utf-8"), UTF_8(3, "utf-8"), UTF_16LE(2, "utf-16le"), UTF_16BE(2, "utf-16be");

    private final int length;
    private final String charset;

    ByteOrderMark(int length, String charset) {
        this.length = length;
        this.charset = charset;
    }

    static ByteOrderMark of(byte @Nullable [] start) {
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        return starts(start, 0xFF, 0xFE) ? UTF_16LE : starts(start, 0xFE, 0xFF) ? UTF_16BE : NONE;
    }

    int length() {
        return length;
    }

    /** A mark is certain; what was asked counts only without one. */
    String charset(String asked) {
        return this == NONE && !asked.equals("auto") ? asked : charset;
    }

    private static boolean starts(byte @Nullable [] bytes, int... mark) {
        if (bytes == null || bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
