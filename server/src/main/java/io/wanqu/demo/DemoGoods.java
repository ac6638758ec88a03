package io.wanqu.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteSku;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Money;
import io.wanqu.shop.Shop;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the demo shop sells: an ordinary card, an account that many share, and numbers to pick from. Their pools start empty. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoGoods {

    private final WriteProduct writeProduct;
    private final WriteSku writeSku;
    private final OpenPool openPool;

    DemoGoods(WriteProduct writeProduct, WriteSku writeSku, OpenPool openPool) {
        this.writeProduct = writeProduct;
        this.writeSku = writeSku;
        this.openPool = openPool;
    }

    /** Returns the ids by name, for scripts. */
    Map<String, Object> stock(Shop shop) {
        var facts = new LinkedHashMap<String, Object>();
        add(facts, shop, new Good("card", "游戏点卡 100 点 · Game card, 100 points", "到账即发,一码一用。One code each, delivered at once.", 990, 10, false, false));
        add(facts, shop, new Good("account", "共享会员账号 · Shared membership", "每个账号每天限用三次。Three uses a day.", 290, 1, true, false));
        add(facts, shop, new Good("number", "自选靓号 · Pick your number", "先看号,再下单。Look first, then buy.", 5900, 3, false, true));
        return facts;
    }

    private void add(Map<String, Object> facts, Shop shop, Good good) {
        var pool = openPool.open(shop.id(), good.title, good.daily);
        var product = writeProduct.add(shop.id(), new WriteProduct.Content(good.title, good.description, WriteProduct.State.ON));
        var sku = writeSku.add(shop.id(), product, new WriteSku.Content(pool, "", Money.of(good.priceMinor, shop.currency()), true,
                good.perOrderMax, good.chooseable));
        facts.put(good.name + "Pool", pool);
        facts.put(good.name + "Sku", sku);
    }

    private record Good(String name, String title, String description, long priceMinor, int perOrderMax, boolean daily,
            boolean chooseable) {
    }
}
