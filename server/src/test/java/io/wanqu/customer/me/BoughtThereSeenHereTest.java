package io.wanqu.customer.me;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import io.wanqu.channel.Fair;
import io.wanqu.channel.FairGround;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

/** Bought on a marketplace, seen on the web: over HTTP from end to end. */
@WanquTest
class BoughtThereSeenHereTest {

    @Autowired
    private FairGround fairGround;
    @Autowired
    private Market market;
    @Autowired
    private People people;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private String phone;
    private Visitor lin;

    @BeforeEach
    void draw() {
        phone = People.freshPhone();
        lin = people.signedIn(people.person());
    }

    @Test
    void an_order_of_a_marketplace_is_in_the_account_once_the_phone_is_proved_and_leaves_when_unmerged() {
        var fair = fairGround.fair(5);
        var staff = api.token(fair.stall().shop(), Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE);
        var there = buy(fair, "lin-" + phone, true);
        var customer = customer(staff);
        assertThat(orders()).isEmpty();

        assertThat(prove().path("customers").asInt()).isEqualTo(1);

        assertThat(orders()).hasSize(1);
        var order = orders().get(0);
        assertThat(order.at("/channel/kind").asString()).isEqualTo("doudian");
        assertThat(order.at("/channel/externalOrder").asString()).isEqualTo(there);
        assertThat(order.at("/shop/slug").asString()).isEqualTo(fair.stall().shop().slug());
        assertThat(order.at("/total/minor").asLong()).isEqualTo(880);
        var shown = api.get("/api/v1/customers/" + customer, staff);
        assertThat(shown.text()).doesNotContain(phone);
        assertThat(shown.json().at("/hasAccount").asBoolean()).isTrue();
        assertThat(shown.json().at("/spent/0/minor").asLong()).isEqualTo(880);
        assertThat(shown.json().at("/channels/0/kind").asString()).isEqualTo("doudian");
        assertThat(shown.json().path("merges")).hasSize(1);

        var unmerged = api.send("DELETE", "/api/v1/customers/" + customer + "/merges/" + shown.json().at("/merges/0/id").asString(), staff, null);

        assertThat(unmerged.status()).as(unmerged.text()).isEqualTo(200);
        assertThat(orders()).isEmpty();
        buy(fair, "lin-" + phone, true);
        await().atMost(60, SECONDS).until(() -> api.get("/api/v1/customers", staff).json().path("items").valueStream()
                .mapToLong(it -> it.path("orders").asLong()).sum() == 2);
        assertThat(orders()).as("what staff parted, no order joins again").isEmpty();
    }

    @Test
    void a_masked_number_is_only_a_suggestion_until_staff_accepts_it() {
        var fair = fairGround.fair(5);
        var staff = api.token(fair.stall().shop(), Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE);
        order(fair.stall());
        customer(staff);
        prove();
        assertThat(orders()).hasSize(1);

        buy(fair, "lin-" + phone, false);

        await().atMost(60, SECONDS).until(() -> suggestions(staff).size() == 1);
        assertThat(orders()).hasSize(1);
        var suggestion = suggestions(staff).get(0);
        assertThat(suggestion.path("because").asString()).isEqualTo("phone_mask");
        var decided = api.send("PUT", "/api/v1/customer-suggestions/" + suggestion.path("id").asString() + "/decision", staff, "{\"accepted\":true}");
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(orders()).hasSize(2);
        assertThat(suggestions(staff)).isEmpty();
    }

    @Test
    void orders_of_all_shops_are_there_and_of_nobody_else() {
        var one = market.stall(1);
        var other = market.stall(1);
        order(one);
        order(other);
        customer(api.token(one.shop(), Scope.CUSTOMERS_READ));
        customer(api.token(other.shop(), Scope.CUSTOMERS_READ));
        prove();

        assertThat(orders()).hasSize(2);
        var first = lin.get("/api/v1/me/orders?limit=1").json();
        assertThat(first.path("items")).hasSize(1);
        assertThat(lin.get("/api/v1/me/orders?limit=1&after=" + first.path("next").asString()).json().path("items")).hasSize(1);
        var known = lin.get("/api/v1/me/customers");
        assertThat(known.json()).hasSize(2);
        assertThat(known.text()).doesNotContain(phone);

        var mei = people.signedIn(people.person());
        assertThat(mei.get("/api/v1/me/orders").json().path("items")).isEmpty();
        assertThat(people.browser().get("/api/v1/me/orders").status()).isEqualTo(401);
        assertThat(mei.post("/api/v1/me/proofs", "{\"contact\":\"" + phone + "\",\"code\":\"000000\"}").status()).isBetween(400, 499);
        assertThat(mei.get("/api/v1/me/orders").json().path("items")).isEmpty();
    }

    @Test
    void staff_of_another_shop_sees_a_customer_only_by_grant() {
        var giver = market.stall(1);
        var taker = market.stall(1);
        order(giver);
        customer(api.token(giver.shop(), Scope.CUSTOMERS_READ));
        var staff = api.token(taker.shop(), Scope.CUSTOMERS_READ);
        var ask = "{\"contact\":\"" + phone + "\"}";
        assertThat(api.post("/api/v1/customers/look-up", staff, ask).json()).isEmpty();
        assertThat(api.get("/api/v1/customers?shop=" + giver.shop().id(), staff).code()).isEqualTo("customer.unknown");

        share(giver, taker);

        var found = api.post("/api/v1/customers/look-up", staff, ask).json();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("shop").asString()).isEqualTo(giver.shop().id().text());
        assertThat(api.get("/api/v1/customers/" + found.get(0).path("id").asString() + "?shop=" + giver.shop().id(), staff).status()).isEqualTo(200);
        jdbc.sql("update shop.share set ended_at = now(), ended_by = 'mei' where shop_id = :shop").param("shop", giver.shop().id().value()).update();
        assertThat(api.post("/api/v1/customers/look-up", staff, ask).json()).isEmpty();
    }

    @Test
    void one_person_is_seen_across_shops_that_share_their_customers_while_both_the_grant_and_his_consent_last() {
        var giver = market.stall(1);
        var stranger = market.stall(1);
        var taker = market.stall(1);
        for (var stall : List.of(giver, stranger, taker)) {
            order(stall);
            customer(api.token(stall.shop(), Scope.CUSTOMERS_READ));
        }
        prove();
        var staff = api.token(taker.shop(), Scope.CUSTOMERS_READ);
        var path = "/api/v1/customers/" + customer(staff);
        share(giver, taker);
        assertThat(api.get(path, staff).json().path("elsewhere")).as("he has allowed nothing").isEmpty();
        assertThat(api.get(path + "/orders-everywhere", staff).json().path("items")).hasSize(1);
        assertThat(lin.get("/api/v1/me/data-uses").json().path("items")).isEmpty();

        consent("sharing", true);

        var shown = api.get(path, staff);
        assertThat(shown.text()).doesNotContain(phone);
        assertThat(shown.json().path("elsewhere")).hasSize(1);
        assertThat(shown.json().at("/elsewhere/0/shop").asString()).isEqualTo(giver.shop().id().text());
        assertThat(shown.json().at("/elsewhere/0/shopName/slug").asString()).isEqualTo(giver.shop().slug());
        assertThat(shown.json().at("/elsewhere/0/orders").asInt()).isEqualTo(1);
        assertThat(shown.json().at("/elsewhere/0/masked/0").asString()).endsWith("****" + phone.substring(7));
        assertThat(shown.json().path("orders").asInt()).as("his own shop counts its own").isEqualTo(1);
        var first = api.get(path + "/orders-everywhere?limit=1", staff).json();
        var second = api.get(path + "/orders-everywhere?limit=1&after=" + first.path("next").asString(), staff).json();
        assertThat(List.of(first.at("/items/0/shopId").asString(), second.at("/items/0/shopId").asString()))
                .containsExactly(taker.shop().id().text(), giver.shop().id().text());
        assertThat(second.path("next").asString("")).isEmpty();
        assertThat(lin.get("/api/v1/me/data-uses").json().path("items")).hasSize(3)
                .allSatisfy(use -> assertThat(use.path("purpose").asString()).isEqualTo("sharing"));
        assertThat(api.get("/api/v1/customers/" + customer(api.token(giver.shop(), Scope.CUSTOMERS_READ)), api.token(giver.shop(), Scope.CUSTOMERS_READ))
                .json().path("elsewhere")).as("a grant goes one way").isEmpty();

        consent("sharing", false);
        assertThat(api.get(path, staff).json().path("elsewhere")).isEmpty();
        consent("sharing", true);
        jdbc.sql("update shop.share set ended_at = now(), ended_by = 'mei' where shop_id = :shop").param("shop", giver.shop().id().value()).update();
        assertThat(api.get(path, staff).json().path("elsewhere")).isEmpty();
        assertThat(api.get(path + "/orders-everywhere", staff).json().path("items")).hasSize(1);
        assertThat(api.get("/api/v1/customers", api.token(giver.shop(), Scope.CUSTOMERS_READ)).json().path("items")).as("nothing is lost").hasSize(1);
    }

    private void share(Stall giver, Stall taker) {
        jdbc.sql("insert into shop.share (shop_id, share_id, to_shop, kind, given_by, reason) values (:shop, :shop, :to, 'customers', 'mei', 'one counter')")
            .param("shop", giver.shop().id().value()).param("to", taker.shop().id().value()).update();
    }

    @Test
    void what_is_ordered_signed_in_is_there_and_opens_nothing_of_whose_number_was_written_on_it() {
        var stall = market.stall(2);
        order(stall);
        customer(api.token(stall.shop(), Scope.CUSTOMERS_READ));

        var ordered = lin.post("/api/v1/shops/" + stall.shop().slug() + "/orders", """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"%s","password":"night-owl","rail":"sandbox"}""".formatted(stall.sku(), phone));

        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
        await().atMost(60, SECONDS).until(() -> orders().size() == 1);
        assertThat(orders().get(0).path("number").asString()).isEqualTo(ordered.json().path("number").asString());
        prove();
        assertThat(orders()).hasSize(2);
    }

    @Test
    void what_is_opened_is_read_by_the_person_with_the_reason() {
        var stall = market.stall(1);
        var staff = api.token(stall.shop(), Scope.CUSTOMERS_READ, Scope.CUSTOMERS_REVEAL, Scope.ORDERS_READ);
        var number = order(stall);
        var customer = customer(staff);
        prove();
        var evidence = api.get("/api/v1/customers/" + customer, staff).json().path("evidence").valueStream()
                .filter(it -> it.path("kind").asString().equals("phone")).findFirst().orElseThrow();

        var path = "/api/v1/customers/" + customer + "/reveal";
        var ask = "{\"evidence\":\"" + evidence.path("id").asString() + "\",\"purpose\":\"%s\",\"reason\":\"the code did not work\"}";
        assertThat(api.post(path, staff, ask.formatted("curiosity")).status()).isEqualTo(422);
        assertThat(api.post(path, api.token(stall.shop(), Scope.CUSTOMERS_READ), ask.formatted("complaint")).status()).isEqualTo(403);
        assertThat(api.post(path, api.token(market.stall(1).shop(), Scope.CUSTOMERS_REVEAL), ask.formatted("complaint")).status()).isEqualTo(404);
        assertThat(lin.get("/api/v1/me/data-uses").json().path("items")).isEmpty();

        assertThat(api.post(path, staff, ask.formatted("complaint")).json().path("value").asString()).isEqualTo("+86" + phone);
        assertThat(api.get("/api/v1/orders/" + number + "/contact", staff).json().path("contact").asString()).isEqualTo("+86139****" + phone.substring(7));
        assertThat(api.post("/api/v1/orders/" + number + "/contact/reveal", staff, "{\"purpose\":\"delivery\",\"reason\":\"send again\"}").json()
                .path("contact").asString()).isEqualTo(phone);

        var uses = lin.get("/api/v1/me/data-uses").json().path("items");
        assertThat(uses).hasSize(2);
        assertThat(uses.get(0).path("field").asString()).isEqualTo("contact");
        assertThat(uses.get(0).path("order").asString()).isEqualTo(number);
        assertThat(uses.get(1).path("purpose").asString()).isEqualTo("complaint");
        assertThat(uses.get(1).path("reason").asString()).isEqualTo("the code did not work");
        assertThat(uses.get(1).at("/shopName/slug").asString()).isEqualTo(stall.shop().slug());
    }

    @Test
    void consent_is_by_purpose_and_keeps_its_history() {
        assertThat(lin.get("/api/v1/me/consents").json()).isEmpty();
        consent("marketing", true);
        consent("marketing", false);

        assertThat(consent("recommendation", true)).hasSize(3);
        assertThat(lin.send("PUT", "/api/v1/me/consents", "{\"purpose\":\"everything\",\"granted\":true,\"wording\":\"v1\"}").status()).isEqualTo(422);
        assertThat(lin.get("/api/v1/me/consents").json()).hasSize(3);
    }

    private JsonNode consent(String purpose, boolean granted) {
        return lin.send("PUT", "/api/v1/me/consents", "{\"purpose\":\"%s\",\"granted\":%b,\"wording\":\"v1\"}".formatted(purpose, granted)).json();
    }

    private String buy(Fair fair, String buyer, boolean open) {
        return fair.marketplace().pull("/order", """
                {"sku":"%s","quantity":1,"paid":true,"ignoreStock":true,"buyer":{"name":"%s","phone":"%s","open":%b}}"""
                .formatted(fair.there().sku(), buyer, phone, open)).at("/orders/0/orderId").asString();
    }

    private String order(Stall stall) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"%s","password":"night-owl","rail":"sandbox"}""".formatted(stall.sku(), phone));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asString();
    }

    /** The customer with the phone, as soon as he is recognised. */
    private String customer(String staff) {
        await().atMost(60, SECONDS).until(() -> api.post("/api/v1/customers/look-up", staff, "{\"contact\":\"" + phone + "\"}").json().size() == 1);
        var found = api.post("/api/v1/customers/look-up", staff, "{\"contact\":\"" + phone + "\"}");
        assertThat(found.text()).doesNotContain(phone);
        return found.json().at("/0/id").asString();
    }

    private JsonNode prove() {
        assertThat(lin.post("/api/v1/login-codes", "{\"to\":\"" + phone + "\",\"purpose\":\"prove\"}").status()).isEqualTo(202);
        var proved = lin.post("/api/v1/me/proofs", "{\"contact\":\"" + phone + "\",\"code\":\"" + people.code("+86" + phone, 1) + "\"}");
        assertThat(proved.status()).as(proved.text()).isEqualTo(200);
        return proved.json();
    }

    private JsonNode orders() {
        return lin.get("/api/v1/me/orders").json().path("items");
    }

    private JsonNode suggestions(String staff) {
        return api.get("/api/v1/customer-suggestions", staff).json().path("items");
    }
}
