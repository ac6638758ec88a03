package io.wanqu.bench.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;

import io.wanqu.bench.drive.CardFile;
import io.wanqu.bench.drive.Shop;

/** One pool of generated cards and the SKU that sells them. */
record Goods(Shop shop, String product, String pool, String sku, int count) {

    static final long PRICE = 990;

    static Goods of(Shop shop, String title, String cardPrefix, int count) throws IOException {
        var pool = shop.openPool("pool of " + title);
        var product = shop.addProduct(title);
        var sku = shop.addSku(product, pool, PRICE);
        var goods = new Goods(shop, product, pool, sku, count);
        goods.load(cardPrefix, count);
        return goods;
    }

    void load(String cardPrefix, int more) throws IOException {
        var file = new CardFile(cardPrefix, more);
        var id = file.open(shop, pool);
        file.send(shop, id);
        await().atMost(Duration.ofMinutes(2)).until(() -> CardFile.finished(shop, id));
    }

    long counted(String column) throws IOException {
        return shop.pool(pool).get(column).asLong();
    }
}
