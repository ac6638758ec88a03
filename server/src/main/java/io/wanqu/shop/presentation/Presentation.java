package io.wanqu.shop.presentation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Everything by which a shop differs from its neighbour besides what it sells. */
public record Presentation(String category, Display display, Marketing marketing, Recommendation recommendation) {

    /** What a shop has that never said how it wants to look. */
    public static final Presentation PLAIN = new Presentation("", new Display(Map.of(), null, List.of()),
            new Marketing("", true, true, true), new Recommendation(Strategy.BEST_SELLING, List.of(), 8, false));

    /**
     * How it looks.
     *
     * @param theme tokens by name; those that are missing have the values of the house
     * @param logo  the number of a picture
     * @param home  the blocks of the first page, from above
     */
    public record Display(Map<String, String> theme, @Nullable String logo, List<Block> home) {
    }

    /**
     * A block of the first page.
     *
     * @param kind     what it is: banner, notice, text, products, category or sales
     * @param pictures numbers of pictures
     * @param products numbers of products
     */
    public record Block(String kind, @Nullable String title, @Nullable String text, @Nullable List<String> pictures,
            @Nullable List<String> products, @Nullable String category) {
    }

    /**
     * What it says of its sales.
     *
     * @param announcement one line on every page; empty for none
     */
    public record Marketing(String announcement, boolean showSales, boolean showStock, boolean offerGifts) {
    }

    /**
     * What it recommends.
     *
     * @param products by hand, in this order
     * @param shown    how many at once
     * @param personal whether what a buyer did before may count, if he allows it
     */
    public record Recommendation(Strategy strategy, List<String> products, int shown, boolean personal) {
    }

    /** By what products are recommended. */
    public enum Strategy {
        BEST_SELLING, NEWEST, BY_HAND, SIMILAR, NONE
    }
}
