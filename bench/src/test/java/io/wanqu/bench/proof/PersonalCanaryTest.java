package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Marketplace;
import io.wanqu.bench.drive.Shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person who can be told from everybody else buys on the page and on a marketplace, signs in, and is looked at by staff; then
 * every byte that the server keeps is searched for his phone number, mail address, name, postal address and names elsewhere.
 */
@ExtendWith(World.Shared.class)
class PersonalCanaryTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void nothing_of_a_person_stands_in_plain_in_a_dump_in_logs_in_events_or_in_any_file(World world) throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 13);
        var person = new Canary("139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000), "canary-mail-" + mark + "@example.org",
                "canary-name-" + mark, "canary-openid-" + mark, "canary-chat-" + mark, "canary street " + mark);
        var title = "visible-" + mark;
        var shop = world.openShop();
        var goods = Goods.of(shop, title, "card-of-" + mark, 20);
        goods.load("card-of-" + mark, 5);

        buysEverywhere(world, shop, goods, person);
        var session = signsIn(world, shop, person);
        isLookedAt(shop, person, session);
        world.server().database().run("checkpoint");

        assertThat(Leaks.inTables(world.server(), List.of(title))).as("else the search is blind").contains("catalog.product");
        assertThat(Leaks.inTables(world.server(), person.all())).isEmpty();
        assertThat(Leaks.inFiles(world.server(), person.all())).isEmpty();
    }

    private static void buysEverywhere(World world, Shop shop, Goods goods, Canary person) throws IOException {
        try (var buyer = new Buyer(shop); var http = shop.connect()) {
            for (var contact : List.of(person.phone, person.mail, person.address)) {
                var order = buyer.placed(new Basket(UUID.randomUUID().toString(), goods.sku(), "10.99.0.2", contact, "night-owl"));
                assertThat(buyer.pay(order).status()).isEqualTo(200);
            }
            assertThat(http.post("/api/v1/shops/" + shop.slug() + "/hand-offs", "{\"chat\":\"" + person.chat + "\"}").status()).isEqualTo(201);
        }
        var market = Marketplace.connect(world.simulators().address(), "doudian", shop, world.server().address(), List.of(goods.sku()));
        market.pull("/order", "{\"sku\":\"" + market.sku(0) + "\",\"ignoreStock\":true,\"buyer\":{\"name\":\"" + person.openId + "\",\"phone\":\""
                + person.phone + "\",\"open\":true}}");
        await().atMost(SOON).until(() -> world.server().database().count("select count(*) from customer.evidence where shop_id = " + shop.id()
                + " and kind = 'buyer_open_uid'") == 1);
    }

    private static String signsIn(World world, Shop shop, Canary person) throws IOException {
        try (var http = shop.connect()) {
            assertThat(http.post("/api/v1/login-codes", "{\"to\":\"" + person.mail + "\",\"purpose\":\"register\"}", "Wanqu-Client: program").status()).isEqualTo(202);
            var registered = http.post("/api/v1/accounts", "{\"login\":\"%s\",\"code\":\"%s\",\"password\":\"a long enough sentence\",\"name\":\"%s\"}"
                    .formatted(person.mail, world.code(person.mail), person.name), "Wanqu-Client: program").must();
            var session = "Authorization: Bearer " + registered.field("token");
            assertThat(http.post("/api/v1/login-codes", "{\"to\":\"" + person.phone + "\",\"purpose\":\"prove\"}", "Wanqu-Client: program", session).status()).isEqualTo(202);
            assertThat(http.post("/api/v1/me/proofs", "{\"contact\":\"%s\",\"code\":\"%s\"}".formatted(person.phone, world.code("+86" + person.phone)),
                    "Wanqu-Client: program", session).must().json().get("customers").asInt()).isEqualTo(1);
            assertThat(http.get("/api/v1/me/orders", session).must().json().get("items")).hasSize(3);
            assertThat(http.post("/api/v1/me/proofs", "{\"contact\":\"%s\",\"code\":\"000000\"}".formatted(person.phone), "Wanqu-Client: program", session).status())
                    .isBetween(400, 499);
            assertThat(http.post("/api/v1/me/proofs", "{\"contact\":\"" + person.phone + person.name, "Wanqu-Client: program", session).status()).isBetween(400, 499);
            assertThat(http.post("/api/v1/me/exports", "{}", "Wanqu-Client: program", session).status()).isEqualTo(202);
            return session;
        }
    }

    private static void isLookedAt(Shop shop, Canary person, String session) throws IOException {
        var found = shop.write("POST", "/api/v1/customers/look-up", "{\"contact\":\"" + person.phone + "\"}").must().json().get(0);
        var customer = "/api/v1/customers/" + found.get("id").asString();
        for (var evidence : shop.get(customer).get("evidence")) {
            shop.write("POST", customer + "/reveal", "{\"evidence\":\"" + evidence.get("id").asString() + "\",\"purpose\":\"complaint\",\"reason\":\"a test\"}").must();
        }
        try (var http = shop.connect()) {
            assertThat(http.get("/api/v1/me/data-uses", session).must().json().get("items").size()).isGreaterThanOrEqualTo(3);
            await().atMost(SOON).until(() -> http.get("/api/v1/me/exports", session).json().get(0).get("state").asString().equals("done"));
        }
    }

    /** Whom nobody else looks like. */
    private record Canary(String phone, String mail, String name, String openId, String chat, String address) {

        List<String> all() {
            return List.of(phone, mail, name, openId, chat, address);
        }
    }
}
