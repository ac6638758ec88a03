package io.wanqu.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.catalog.RichText;

import org.jspecify.annotations.Nullable;

/**
 * The first page of a shop as its merchant wrote it.
 *
 * @param announcement one line above everything; empty for none
 * @param links        to other pages, shown below
 * @param footer       Markdown: whose shop it is, licences
 */
public record Home(@Nullable String announcement, @Nullable Contact contact, @Nullable List<Link> links, @Nullable String footer,
        @Nullable List<Block> blocks) {

    static final Home EMPTY = new Home("", Contact.NONE, List.of(), "", List.of());

    Set<String> pictures() {
        var hashes = new LinkedHashSet<String>();
        var texts = new ArrayList<String>();
        texts.add(footer);
        blocks.forEach(block -> {
            block.pictures().forEach(picture -> hashes.add(picture.hash()));
            texts.add(block.text());
        });
        hashes.addAll(RichText.pictures(texts));
        return hashes;
    }

    /** How the shop is reached; each part may be empty. */
    public record Contact(@Nullable String mail, @Nullable String phone, @Nullable String wechat, @Nullable String hours) {

        static final Contact NONE = new Contact("", "", "", "");
    }

    /** @param url an address of the shop such as /p/7 or /c/games, or one that begins with https:// */
    public record Link(@Nullable String title, @Nullable String url) {
    }

    /**
     * A piece of the page; each kind uses its own fields, and the others are empty.
     *
     * @param text     a line for NOTICE, Markdown for TEXT
     * @param pictures for BANNER
     * @param products their ids, for PRODUCTS that are chosen by hand
     * @param category the slug that PRODUCTS come from
     * @param sort     the order of PRODUCTS: recommended, newest, price, price-down, sales
     * @param shown    how many PRODUCTS at most
     */
    public record Block(@Nullable Kind kind, @Nullable String title, @Nullable String text, @Nullable List<Banner> pictures,
            @Nullable List<String> products, @Nullable String category, @Nullable String sort, @Nullable Integer shown) {

        static Block of(Kind kind, @Nullable String title, @Nullable String category, int shown) {
            return new Block(kind, title, "", List.of(), List.of(), category, null, shown);
        }
    }

    /** @param link where it leads, as with {@link Link} */
    public record Banner(@Nullable String hash, @Nullable String alt, @Nullable String link) {
    }

    /** What a block is. */
    public enum Kind {
        BANNER, NOTICE, PRODUCTS, CATEGORIES, TEXT
    }
}
