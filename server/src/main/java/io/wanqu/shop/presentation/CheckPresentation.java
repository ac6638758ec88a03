package io.wanqu.shop.presentation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.presentation.Presentation.Block;
import io.wanqu.shop.presentation.Presentation.Display;
import io.wanqu.shop.presentation.Presentation.Marketing;
import io.wanqu.shop.presentation.Presentation.Recommendation;
import io.wanqu.shop.presentation.Presentation.Strategy;

import org.jspecify.annotations.Nullable;

/** Lets through what a page can show safely: known names, values of a known form, and plain text. */
final class CheckPresentation {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Map<String, Pattern> THEME = Map.of("primary", COLOUR, "accent", COLOUR, "background", COLOUR, "surface", COLOUR,
            "text", COLOUR, "corners", Pattern.compile("none|small|medium|large"), "density", Pattern.compile("compact|cosy|airy"));
    private static final Set<String> BLOCKS = Set.of("banner", "notice", "text", "products", "category", "sales");
    private static final int BLOCKS_MAX = 30;
    private static final int ITEMS_MAX = 24;
    private static final int SHOWN_MAX = 24;

    private CheckPresentation() {
    }

    static Presentation checked(@Nullable String category, @Nullable Display display, @Nullable Marketing marketing,
            @Nullable Recommendation recommendation) {
        return new Presentation(Require.text("/category", category, 0, 40),
                display(Require.present("/display", display, "theme, logo and home")),
                marketing(Require.present("/marketing", marketing, "announcement, showSales, showStock and offerGifts")),
                recommendation(Require.present("/recommendation", recommendation, "strategy, products, shown and personal")));
    }

    private static Display display(Display wanted) {
        var theme = new TreeMap<String, String>();
        Require.present("/display/theme", wanted.theme(), "an object of tokens").forEach((name, value) -> {
            var form = THEME.get(name);
            if (form == null) {
                throw new InvalidValue("/display/theme", "the tokens " + String.join(", ", THEME.keySet().stream().sorted().toList()));
            }
            if (value == null || !form.matcher(value).matches()) {
                throw new InvalidValue("/display/theme/" + name, "a value of the form " + form);
            }
            theme.put(name, value);
        });
        var home = Require.items("/display/home", wanted.home(), 0, BLOCKS_MAX);
        return new Display(theme, wanted.logo() == null ? null : number("/display/logo", wanted.logo()), IntStream.range(0, home.size())
                .mapToObj(n -> block("/display/home/" + n, home.get(n))).toList());
    }

    private static Block block(String at, Block wanted) {
        if (!BLOCKS.contains(String.valueOf(wanted.kind()))) {
            throw new InvalidValue(at + "/kind", "one of " + String.join(", ", BLOCKS.stream().sorted().toList()));
        }
        return new Block(wanted.kind(), wanted.title() == null ? null : Require.text(at + "/title", wanted.title(), 0, 60),
                wanted.text() == null ? null : Require.text(at + "/text", wanted.text(), 0, 2_000), numbers(at + "/pictures", wanted.pictures()),
                numbers(at + "/products", wanted.products()), wanted.category() == null ? null : number(at + "/category", wanted.category()));
    }

    private static Marketing marketing(Marketing wanted) {
        return new Marketing(Require.text("/marketing/announcement", wanted.announcement(), 0, 120), wanted.showSales(), wanted.showStock(),
                wanted.offerGifts());
    }

    private static Recommendation recommendation(Recommendation wanted) {
        var strategy = Require.present("/recommendation/strategy", wanted.strategy(), "BEST_SELLING, NEWEST, BY_HAND, SIMILAR or NONE");
        var products = numbers("/recommendation/products", wanted.products());
        if (strategy == Strategy.BY_HAND && products.isEmpty()) {
            throw new InvalidValue("/recommendation/products", "the products that are recommended by hand");
        }
        return new Recommendation(strategy, products, Require.between("/recommendation/shown", Integer.valueOf(wanted.shown()), 1, SHOWN_MAX),
                wanted.personal());
    }

    private static List<String> numbers(String field, @Nullable List<String> wanted) {
        return wanted == null ? List.of() : Require.items(field, wanted, 0, ITEMS_MAX).stream().map(text -> number(field, text)).toList();
    }

    private static String number(String field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidValue(field, "the identifier of something of the shop");
        }
        return text;
    }
}
