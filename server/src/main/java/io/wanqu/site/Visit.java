package io.wanqu.site;

import java.util.Objects;

import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for what.
 *
 * @param shop   absent at the front of an installation with several shops, and where there is none by this name
 * @param base   what the shop's addresses begin with: {@code /s/slug}, or nothing on a domain of its own
 * @param path   behind it, e.g. {@code /p/541893034680320001}
 * @param origin scheme and host for the world
 * @param asked  the language that the address names
 */
record Visit(@Nullable Shop shop, String base, String path, String origin, @Nullable String asked, Words words) {

    Shop known() {
        return Objects.requireNonNull(shop);
    }

    /** The address for the world, in the language that was asked for. */
    String canonical() {
        return asked == null ? address(path) : inLanguage(words.tag());
    }

    String inLanguage(String tag) {
        return address(path) + "?lang=" + tag;
    }

    String address(String ofPage) {
        return origin + (base + ofPage).replaceFirst("^$", "/");
    }

    /** For links within the page. */
    String link(String ofPage) {
        return (base + ofPage).replaceFirst("^$", "/");
    }
}
