package io.wanqu.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.category.Category;
import io.wanqu.catalog.category.WriteCategory;
import io.wanqu.content.Home;
import io.wanqu.content.WriteHome;
import io.wanqu.media.StorePicture;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives the demo shop its categories, its pictures and a decorated first page. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoPages {

    private static final String BY = "demo";
    private static final int SIDE = 800;
    private static final int BANNER_HEIGHT = 320;
    private static final int ROW = 8;

    private final WriteCategory writeCategory;
    private final StorePicture storePicture;
    private final WriteHome writeHome;

    DemoPages(WriteCategory writeCategory, StorePicture storePicture, WriteHome writeHome) {
        this.writeCategory = writeCategory;
        this.storePicture = storePicture;
        this.writeHome = writeHome;
    }

    /** Returns their ids by slug. */
    Map<String, String> categories(Shop shop, List<Goods.Category> wanted) {
        var ids = new HashMap<String, String>();
        for (var i = 0; i < wanted.size(); i++) {
            var it = wanted.get(i);
            var above = add(shop, it, null, i, ids);
            var children = it.children() == null ? List.<Goods.Category>of() : it.children();
            for (var n = 0; n < children.size(); n++) {
                add(shop, children.get(n), Long.toString(above.id()), n, ids);
            }
        }
        return ids;
    }

    private Category add(Shop shop, Goods.Category it, @Nullable String parent, int position, Map<String, String> ids) {
        var picture = it.motif() == null ? null : store(shop, DrawPictures.draw(it.motif(), it.from(), it.to(), SIDE / 2, SIDE / 2));
        var category = writeCategory.add(shop.id(), new WriteCategory.Content(it.name(), it.slug(), parent, picture, position));
        ids.put(it.slug(), Long.toString(category.id()));
        return category;
    }

    /** By the names of the products; all at once, because a start should not wait for them long. */
    Map<String, WriteProduct.Illustration> pictures(Shop shop, List<Goods.Product> products) {
        return products.parallelStream().collect(Collectors.toConcurrentMap(Goods.Product::name, it -> new WriteProduct.Illustration(
                store(shop, DrawPictures.draw(it.motif(), it.from(), it.to(), SIDE, SIDE)), it.title())));
    }

    void decorate(Shop shop, Goods goods, Map<String, Long> products) {
        var it = goods.home();
        var banner = store(shop, DrawPictures.draw(it.banner().motif(), it.banner().from(), it.banner().to(), SIDE, BANNER_HEIGHT));
        var link = "/p/" + products.get(it.banner().link().replace("/p/", ""));
        var blocks = List.of(
                new Home.Block(Home.Kind.BANNER, "", "", List.of(new Home.Banner(banner, it.banner().alt(), link)), List.of(), null, null, null),
                new Home.Block(Home.Kind.NOTICE, "", it.notice(), List.of(), List.of(), null, null, null),
                new Home.Block(Home.Kind.CATEGORIES, "", "", List.of(), List.of(), null, null, null),
                row("大家都在买", null),
                row("游戏充值", "games"),
                row("影音会员", "media"),
                row("软件与号码", "tools"));
        writeHome.write(shop.id(), new Home(it.announcement(), new Home.Contact(it.contact().mail(), "", "", it.contact().hours()), List.of(),
                it.footer(), blocks), 0, BY);
    }

    private static Home.Block row(String title, @Nullable String category) {
        return new Home.Block(Home.Kind.PRODUCTS, title, "", List.of(), List.of(), category, "recommended", ROW);
    }

    private String store(Shop shop, byte[] picture) {
        return storePicture.store(shop.id(), picture, BY).hash();
    }
}
