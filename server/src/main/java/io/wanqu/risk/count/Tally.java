package io.wanqu.risk.count;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * One count in all windows. Of each window it knows the present stretch and the one before; the part of the latter that
 * still lies in the window is taken as if it had come evenly. Different people are estimated from a bitmap, which two nodes
 * join by a bitwise or: {@code -m ln(share of bits that are nought)}.
 */
final class Tally {

    static final int BITS = 512;
    private static final int WORDS = BITS / Long.SIZE;
    private static final Window[] WINDOWS = Window.values();

    private final long[] stretch = new long[WINDOWS.length];
    private final long[] now = new long[WINDOWS.length];
    private final long[] former = new long[WINDOWS.length];
    private final long[] untold = new long[WINDOWS.length];
    private final long @Nullable [][] bitsNow;
    private final long @Nullable [][] bitsFormer;
    private boolean known;

    Tally(boolean distinct) {
        this.bitsNow = distinct ? new long[WINDOWS.length][WORDS] : null;
        this.bitsFormer = distinct ? new long[WINDOWS.length][WORDS] : null;
    }

    synchronized void add(long atMillis, long member) {
        for (var window : WINDOWS) {
            var w = window.ordinal();
            roll(window, atMillis);
            now[w]++;
            untold[w]++;
            if (bitsNow != null) {
                var bit = (int) (mix(member) >>> 55);
                bitsNow[w][bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
        }
    }

    synchronized double of(Window window, long atMillis) {
        roll(window, atMillis);
        var w = window.ordinal();
        if (bitsNow == null || bitsFormer == null) {
            return now[w] + former[w] * window.restOfFormer(atMillis);
        }
        var both = new long[WORDS];
        Arrays.setAll(both, i -> bitsNow[w][i] | bitsFormer[w][i]);
        var present = estimate(bitsNow[w]);
        return present + (estimate(both) - present) * window.restOfFormer(atMillis);
    }

    /** What other nodes are to be told: nothing of what was seen once only, which is most of it. */
    synchronized @Nullable Told tell(Window window, long atMillis) {
        roll(window, atMillis);
        var w = window.ordinal();
        if (untold[w] == 0 || now[Window.DAY.ordinal()] < 2 && !known) {
            return null;
        }
        var told = new Told(stretch[w], untold[w], bitsNow == null ? null : text(bitsNow[w]));
        untold[w] = 0;
        return told;
    }

    synchronized boolean firstTold() {
        var first = !known;
        known = true;
        return first;
    }

    /** What all nodes together have counted in a stretch. */
    synchronized void learn(Window window, long inStretch, long count, @Nullable String bits) {
        var w = window.ordinal();
        if (inStretch == stretch[w]) {
            now[w] = count + untold[w];
            join(bitsNow, w, bits);
        } else if (inStretch == stretch[w] - 1) {
            former[w] = Math.max(former[w], count);
            join(bitsFormer, w, bits);
        }
    }

    /** What could not be told is told the next time. */
    synchronized void keep(Window window, Told told) {
        if (told.stretch == stretch[window.ordinal()]) {
            untold[window.ordinal()] += told.count;
        }
    }

    private void roll(Window window, long atMillis) {
        var w = window.ordinal();
        var at = window.stretch(atMillis);
        if (at <= stretch[w]) {
            return;
        }
        former[w] = at == stretch[w] + 1 ? now[w] : 0;
        now[w] = 0;
        untold[w] = 0;
        if (bitsNow != null && bitsFormer != null) {
            bitsFormer[w] = at == stretch[w] + 1 ? bitsNow[w] : new long[WORDS];
            bitsNow[w] = new long[WORDS];
        }
        stretch[w] = at;
    }

    private static void join(long @Nullable [][] all, int w, @Nullable String bits) {
        if (all != null && bits != null) {
            for (var i = 0; i < BITS; i++) {
                if (bits.charAt(i) == '1') {
                    all[w][i / Long.SIZE] |= 1L << i % Long.SIZE;
                }
            }
        }
    }

    private static String text(long[] words) {
        var text = new StringBuilder(BITS);
        for (var i = 0; i < BITS; i++) {
            text.append((words[i / Long.SIZE] >>> i % Long.SIZE & 1) == 1 ? '1' : '0');
        }
        return text.toString();
    }

    private static double estimate(long[] words) {
        var ones = 0;
        for (var word : words) {
            ones += Long.bitCount(word);
        }
        return Math.rint(-BITS * Math.log(1.0 - (double) Math.min(ones, BITS - 1) / BITS));
    }

    private static long mix(long value) {
        var mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** A part of a count on its way to the other nodes. */
    record Told(long stretch, long count, @Nullable String bits) {
    }
}
