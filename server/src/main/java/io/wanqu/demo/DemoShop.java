package io.wanqu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Json;
import io.wanqu.shop.OpenShop;
import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.Shops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Opens the demo shop once and says how to get in; a later start finds it and changes nothing. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoShop implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoShop.class);
    private static final String SLUG = "demo";

    private final Shops shops;
    private final OpenShop openShop;
    private final IssueToken issueToken;
    private final DemoGoods goods;
    private final DemoOwner owner;
    private final DemoSettings settings;

    DemoShop(Shops shops, OpenShop openShop, IssueToken issueToken, DemoGoods goods, DemoOwner owner, DemoSettings settings) {
        this.shops = shops;
        this.openShop = openShop;
        this.issueToken = issueToken;
        this.goods = goods;
        this.owner = owner;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            shops.bySlug(SLUG);
        } catch (ShopProblem.Unknown e) {
            open();
        }
    }

    private void open() {
        var shop = openShop.open(SLUG, "星桥数字店 · Starbridge", "CNY");
        var token = issueToken.issue(shop.id(), "demo", EnumSet.allOf(Scope.class), null);
        var facts = facts(shop, token, goods.stock(shop));
        facts.putAll(owner.own(shop));
        write(Json.write(facts));
        log.info("The demo shop is open. Its log-in is shown this once (and kept in {}):\n\n    owner  {}  {}\n    token  {}\n    shop   /api/v1/shops/{}\n",
                settings.demoFile(), facts.get("ownerLogin"), facts.get("ownerPassword"), token, SLUG);
    }

    private static Map<String, Object> facts(Shop shop, String token, Map<String, Object> stocked) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("shop", shop.id());
        facts.put("slug", shop.slug());
        facts.put("page", shop.page());
        facts.put("token", token);
        facts.putAll(stocked);
        return facts;
    }

    private void write(String json) {
        try {
            var file = settings.demoFile().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + settings.demoFile(), e);
        }
    }
}
