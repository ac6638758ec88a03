package io.wanqu.content;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.wanqu.catalog.shelf.ListAsk;
import io.wanqu.content.Home.Banner;
import io.wanqu.content.Home.Block;
import io.wanqu.content.Home.Contact;
import io.wanqu.content.Home.Link;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;

/** Lets through what a page can show safely, and fills in what was left out. */
final class CheckHome {

    private static final Pattern ADDRESS = Pattern.compile("/(?:[pc]/[A-Za-z0-9-]{1,60})?|https://[A-Za-z0-9.-]+(?::\\d{1,5})?(?:/[^\\s\"'<>\\\\^`{|}]{0,400})?");
    private static final int BLOCKS_MAX = 30;
    private static final int PRODUCT_BLOCKS_MAX = 10;
    private static final int PICTURES_MAX = 8;
    private static final int PRODUCTS_MAX = 48;
    private static final int SHOWN_USUAL = 8;
    private static final int LINKS_MAX = 20;
    private static final int TITLE_MAX = 60;
    private static final int LINE_MAX = 200;
    private static final int TEXT_MAX = 20_000;
    private static final int FOOTER_MAX = 4_000;

    private CheckHome() {
    }

    static Home checked(Home home) {
        var blocks = Require.items("/blocks", home.blocks() == null ? List.of() : home.blocks(), 0, BLOCKS_MAX);
        if (blocks.stream().filter(it -> it.kind() == Home.Kind.PRODUCTS).count() > PRODUCT_BLOCKS_MAX) {
            throw new KernelProblem.InvalidValue("/blocks", "at most " + PRODUCT_BLOCKS_MAX + " blocks of products");
        }
        var links = Require.items("/links", home.links() == null ? List.of() : home.links(), 0, LINKS_MAX);
        return new Home(Require.text("/announcement", home.announcement(), 0, LINE_MAX), contact(home.contact()),
                IntStream.range(0, links.size()).mapToObj(i -> link("/links/" + i, links.get(i))).toList(),
                Require.text("/footer", home.footer(), 0, FOOTER_MAX),
                IntStream.range(0, blocks.size()).mapToObj(i -> block("/blocks/" + i, blocks.get(i))).toList());
    }

    private static Contact contact(@Nullable Contact contact) {
        return contact == null ? Contact.NONE
                : new Contact(Require.text("/contact/mail", contact.mail(), 0, LINE_MAX), Require.text("/contact/phone", contact.phone(), 0, TITLE_MAX),
                        Require.text("/contact/wechat", contact.wechat(), 0, TITLE_MAX), Require.text("/contact/hours", contact.hours(), 0, LINE_MAX));
    }

    private static Link link(String field, Link link) {
        return new Link(Require.text(field + "/title", link.title(), 1, TITLE_MAX), address(field + "/url", link.url()));
    }

    private static Block block(String field, Block block) {
        var kind = Require.present(field + "/kind", block.kind(), "one of BANNER, NOTICE, PRODUCTS, CATEGORIES, TEXT");
        var title = Require.text(field + "/title", block.title(), 0, TITLE_MAX);
        return switch (kind) {
            case BANNER -> new Block(kind, title, "", banners(field + "/pictures", block.pictures()), List.of(), null, null, null);
            case NOTICE -> new Block(kind, title, Require.text(field + "/text", block.text(), 1, LINE_MAX), List.of(), List.of(), null, null, null);
            case TEXT -> new Block(kind, title, Require.text(field + "/text", block.text(), 1, TEXT_MAX), List.of(), List.of(), null, null, null);
            case CATEGORIES -> new Block(kind, title, "", List.of(), List.of(), null, null, null);
            case PRODUCTS -> products(field, title, block);
        };
    }

    private static Block products(String field, String title, Block block) {
        var products = Require.items(field + "/products", block.products() == null ? List.of() : block.products(), 0, PRODUCTS_MAX);
        products.forEach(product -> Id.parse(field + "/products", product));
        ListAsk.Sort.of(block.sort());
        return new Block(Home.Kind.PRODUCTS, title, "", List.of(), List.copyOf(products),
                block.category() == null || block.category().isBlank() ? null : Require.text(field + "/category", block.category(), 1, TITLE_MAX), block.sort(),
                block.shown() == null ? SHOWN_USUAL : Require.between(field + "/shown", block.shown(), 1, PRODUCTS_MAX));
    }

    private static List<Banner> banners(String field, @Nullable List<Banner> pictures) {
        return Require.items(field, pictures, 1, PICTURES_MAX).stream()
                .map(it -> new Banner(Require.present(field, it.hash(), "the hash of a picture of the shop"), Require.text(field, it.alt(), 0, LINE_MAX),
                        it.link() == null || it.link().isBlank() ? null : address(field, it.link())))
                .toList();
    }

    /** Leads nowhere where a script could run. */
    private static String address(String field, @Nullable String url) {
        if (url == null || !ADDRESS.matcher(url).matches()) {
            throw new KernelProblem.InvalidValue(field, "/p/… or /c/… of the shop, or an address that begins with https://");
        }
        return url;
    }
}
