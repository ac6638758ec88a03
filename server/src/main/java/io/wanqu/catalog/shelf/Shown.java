package io.wanqu.catalog.shelf;

import java.util.List;

import io.wanqu.media.Picture;

/**
 * A picture on a page; its forms lie at {@code /media/hash/width}.
 *
 * @param alt what it shows, for those who can't see it
 */
public record Shown(String hash, String alt, int width, int height, List<Integer> widths) {

    public static Shown of(Picture picture, String alt) {
        return new Shown(picture.hash(), alt, picture.width(), picture.height(), picture.widths());
    }
}
