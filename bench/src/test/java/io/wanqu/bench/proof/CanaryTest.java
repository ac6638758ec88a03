package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Secrets that can be told from everything else are planted, sold, shown and mishandled; then every byte that the server
 * keeps is searched for them. A title that is no secret is searched for too, and must be found: else the search is blind.
 */
@ExtendWith(World.Shared.class)
class CanaryTest {

    @Test
    void no_secret_stands_in_plain_in_a_dump_in_logs_or_in_any_file(World world) throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 13);
        var card = "canary-card-" + mark;
        var contact = "canary-contact-" + mark;
        var password = "canary-password-" + mark;
        var secrets = List.of(card, contact, password);
        var title = "visible-" + mark;

        sellAndMishandle(world.openShop(), title, card, new Basket("key-" + mark, "", "10.99.0.1", contact + "@example.org", password));
        world.server().database().run("checkpoint");

        assertThat(Leaks.inTables(world.server(), List.of(title))).contains("catalog.product");
        assertThat(Leaks.inFiles(world.server(), List.of(title))).anyMatch(file -> file.contains("postgres/base/"));
        assertThat(Leaks.inTables(world.server(), secrets)).isEmpty();
        assertThat(Leaks.inFiles(world.server(), secrets)).isEmpty();
        assertThat(Files.readString(world.server().log())).contains("Started Application");
    }

    private static void sellAndMishandle(Shop shop, String title, String card, Basket plan) throws IOException {
        var goods = Goods.of(shop, title, card, 20);
        goods.load(card, 5);
        var basket = new Basket(plan.key(), goods.sku(), plan.address(), plan.contact(), plan.password());
        try (var buyer = new Buyer(shop); var http = shop.connect()) {
            var order = buyer.placed(basket);
            assertThat(buyer.placed(basket).number()).isEqualTo(order.number());
            assertThat(buyer.pay(order).status()).isEqualTo(200);
            assertThat(buyer.reveal(order).must().text()).contains(card);
            var orders = "/api/v1/shops/" + shop.slug() + "/orders";
            assertThat(http.get(orders + "/" + order.number(), "Order-Password: " + plan.password()).status()).isEqualTo(200);
            assertThat(http.get(orders + "/" + order.number(), "Order-Password: x" + plan.password()).status()).isEqualTo(404);
            assertThat(http.post(orders, "{\"contact\":\"" + plan.contact() + "\", \"unknown\":\"" + card + "\"}").status()).isBetween(400, 499);
            assertThat(http.post(orders, "{\"contact\":\"" + plan.contact() + card).status()).isBetween(400, 499);
            assertThat(http.post(orders, "{\"lines\":\"" + card + "\"}", "Idempotency-Key: " + plan.key() + "-2").status()).isBetween(400, 499);
        }
        assertThat(shop.write("POST", "/api/v1/imports/paste", "{\"pool\":\"" + goods.pool() + "\",\"format\":\"code\",\"text\":\"" + card
                + "-00000001\\n" + card + "\\u0000bad\\n" + card + "x".repeat(9_000) + "\"}").status()).isEqualTo(202);
    }
}
