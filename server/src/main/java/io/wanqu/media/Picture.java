package io.wanqu.media;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture that is kept; it lies below {@code /media/hash/width}.
 *
 * @param hash   the SHA-256 of the largest form, so that the same picture has the same name
 * @param widths in which widths there are forms of it, narrowest first
 */
public record Picture(String hash, int width, int height, List<Integer> widths) {

    static final List<Integer> THUMBNAILS = List.of(200, 400, 800);
    static final int WIDTH_MAX = 1_600;

    static Picture of(String hash, int width, int height) {
        var widths = THUMBNAILS.stream().filter(it -> it < width).toList();
        var all = new ArrayList<>(widths);
        all.add(width);
        return new Picture(hash, width, height, List.copyOf(all));
    }

    /** The narrowest form that is at least so wide, else the widest. */
    int formFor(int wanted) {
        return widths.stream().filter(it -> it >= wanted).findFirst().orElse(width);
    }
}
