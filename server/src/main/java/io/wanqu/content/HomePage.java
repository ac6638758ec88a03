package io.wanqu.content;

import java.util.List;

import io.wanqu.catalog.shelf.Card;
import io.wanqu.catalog.shelf.CategoryNode;
import io.wanqu.catalog.shelf.Shown;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;

/**
 * The first page of a shop with all that it shows.
 *
 * @param decorated whether the merchant wrote it; else it is made from the catalog
 */
public record HomePage(String slug, String name, Shop.State state, String currency, Shop.@Nullable Badge badge, boolean decorated, String announcement,
        Home.Contact contact, List<Home.Link> links, String footerHtml, List<Piece> blocks) {

    /** All that it shows, each once. */
    public List<Card> products() {
        return blocks.stream().flatMap(block -> block.products.stream()).distinct().toList();
    }

    /**
     * A block as it is shown; each kind has its own fields, and the others are empty.
     *
     * @param title    empty where the page has words of its own for this kind
     * @param html     safe to put into a page as it is
     * @param category the slug behind which there are more of the PRODUCTS
     */
    public record Piece(Home.Kind kind, String title, String text, String html, List<BannerPicture> pictures, List<Card> products,
            List<CategoryNode> categories, @Nullable String category, @Nullable String sort) {
    }

    /** @param link where it leads; absent for nowhere */
    public record BannerPicture(Shown picture, @Nullable String link) {
    }
}
