package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.shop.ChangeShop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What buyers may not do, over HTTP: each refusal has its code, and nothing has happened. */
@WanquTest
class BadInputTest {

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private Api api;
    @Autowired
    private ChangeShop changeShop;
    @Autowired
    private OrderSecrets secrets;

    private Stall stall;

    @BeforeEach
    void threeCards() {
        stall = market.stall(3);
    }

    @Test
    void a_good_order_passes_so_that_the_refusals_below_mean_something() {
        var answer = post(body(stall.sku().text(), "1", "null"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("total").path("minor").asLong()).isEqualTo(Market.PRICE);
        till.assertPool(stall, 2, 1, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lines":[{"sku"                                                         | 400 | web.malformed-json
            []                                                                       | 422 | web.wrong-type
            {"lines":[],"contact":"lin@example.com","rail":"sandbox"}                | 422 | kernel.invalid-value
            {"contact":"lin@example.com","rail":"sandbox"}                           | 422 | kernel.invalid-value
            {"lines":[null],"contact":"lin@example.com","rail":"sandbox"}            | 422 | kernel.invalid-value
            {"lines":[{"quantity":1}],"contact":"lin@example.com","rail":"sandbox"}  | 422 | kernel.invalid-value
            {"lines":[{"sku":"SKU","quantity":1}],"rail":"sandbox"}                  | 422 | kernel.invalid-value
            {"lines":[{"sku":"SKU","quantity":1}],"contact":"li","rail":"sandbox"}   | 422 | kernel.invalid-value
            {"lines":[{"sku":"SKU","quantity":1}],"contact":"lin@example.com"}       | 422 | kernel.invalid-value
            {"lines":[{"sku":"SKU","quantity":1}],"contact":"lin@example.com","rail":"gold"} | 422 | payment.unknown-rail
            {"lines":[{"sku":"SKU","quantity":1}],"contact":"lin@example.com","rail":"sandbox","password":"short"} | 422 | kernel.invalid-value
            {"lines":[{"sku":"SKU","quantity":1},{"sku":"SKU","quantity":1}],"contact":"lin@example.com","rail":"sandbox"} | 422 | ordering.empty-order
            {"lines":[{"sku":"SKU","quantity":1}],"contact":"lin@example.com","rail":"sandbox","coupon":"x"} | 422 | web.unknown-field
            {"lines":[{"sku":"SKU","quantity":1,"chosen":["7"]}],"contact":"lin@example.com","rail":"sandbox"} | 409 | ordering.chosen-taken
            {"lines":[{"sku":"SKU","quantity":2,"chosen":["7"]}],"contact":"lin@example.com","rail":"sandbox"} | 422 | ordering.not-choosable
            {"lines":[{"sku":"SKU","quantity":1,"chosen":["x"]}],"contact":"lin@example.com","rail":"sandbox"} | 422 | kernel.invalid-id
            """)
    void a_body_that_makes_no_sense_is_refused(String json, int status, String code) {
        assertRefused(post(json.replace("SKU", stall.sku().text())), status, code);
    }

    @ParameterizedTest
    @CsvSource({
            "0, 422, kernel.invalid-value",
            "-1, 422, kernel.invalid-value",
            "1001, 422, kernel.invalid-value",
            "2147483647, 422, kernel.invalid-value",
            "99999999999, 422, web.wrong-type",
            "1.5, 422, web.wrong-type",
            "'\"one\"', 422, web.wrong-type",
            "null, 422, kernel.invalid-value",
            "4, 409, inventory.out-of-stock",
    })
    void a_quantity_that_can_not_be_sold_is_refused(String quantity, int status, String code) {
        assertRefused(post(body(stall.sku().text(), quantity, "null")), status, code);
    }

    @Test
    void an_unknown_variant_and_one_of_another_shop_are_refused_alike() {
        var other = market.stall(1);

        assertRefused(post(body("123456789", "1", "null")), 404, "ordering.unknown-sku");
        assertRefused(post(body(other.sku().text(), "1", "null")), 404, "ordering.unknown-sku");
        till.assertPool(other, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 989, 991, -990, Long.MAX_VALUE})
    void another_total_than_the_buyer_saw_is_refused(long shown) {
        var answer = post(body(stall.sku().text(), "1", Long.toString(shown)));

        assertRefused(answer, 409, "ordering.price-changed");
        assertThat(answer.json().path("now").asLong()).isEqualTo(990);
    }

    @Test
    void a_closed_shop_sells_nothing() {
        changeShop.close(stall.shop().id());

        assertRefused(post(body(stall.sku().text(), "1", "null")), 409, "shop.not-open");
    }

    @Test
    void a_shop_that_is_not_there_is_not_found() {
        assertThat(api.post("/api/v1/shops/no-such-shop/orders", null, body(stall.sku().text(), "1", "null")).code())
                .isEqualTo("shop.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "\"1234567\""})
    void an_order_without_a_proper_key_is_refused(String key) {
        assertRefused(post(body(stall.sku().text(), "1", "null"), "Idempotency-Key", key), 400, "kernel.idempotency-key-missing");
    }

    @Test
    void the_same_key_is_answered_again_and_refused_for_other_content() {
        var key = UUID.randomUUID().toString();
        var first = post(body(stall.sku().text(), "1", "null"), "Idempotency-Key", key);

        var again = post(body(stall.sku().text(), "1", "null"), "Idempotency-Key", key);
        var other = post(body(stall.sku().text(), "2", "null"), "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json().path("number")).isEqualTo(first.json().path("number"));
        assertThat(other.code()).isEqualTo("kernel.idempotency-key-reused");
        till.assertPool(stall, 2, 1, 0);
    }

    @Test
    void a_wrong_password_and_an_order_that_is_not_there_look_alike() {
        var placed = till.place(stall.order(1));

        var wrong = look("GET", placed.order(), "", "wrong-pass");
        var absent = look("GET", new OrderId(123_456_789), "", "wrong-pass");
        var ofOther = api.send("GET", "/api/v1/shops/" + market.stall(0).shop().slug() + "/orders/" + placed.order(), null, null,
                "Order-Password", "secret-pass");

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.code()).isEqualTo("ordering.no-such-order");
        assertThat(withoutPlace(absent)).isEqualTo(withoutPlace(wrong));
        assertThat(withoutPlace(ofOther)).isEqualTo(withoutPlace(wrong));
        assertThat(look("GET", placed.order(), "", "secret-pass").status()).isEqualTo(200);
    }

    @Test
    void nobody_may_guess_passwords_for_long() {
        var placed = till.place(stall.order(1));
        for (var n = 0; n < 5; n++) {
            assertThat(look("GET", placed.order(), "", "guess-" + n).code()).isEqualTo("ordering.no-such-order");
        }

        var sixth = look("GET", placed.order(), "", "secret-pass");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.code()).isEqualTo("ordering.too-many-lookups");
        assertThat(sixth.json().path("retryAfterSeconds").asLong()).isBetween(1L, 600L);
    }

    @Test
    void whoever_guesses_passwords_does_not_lock_out_the_owner_of_the_link() {
        var placed = till.place(stall.order(1));
        for (var n = 0; n < 6; n++) {
            look("GET", placed.order(), "", "guess-" + n);
        }

        var link = path(placed.order()) + "?token=" + secrets.token(stall.shop().id(), placed.order());

        assertThat(api.get(link, null).status()).isEqualTo(200);
    }

    @Test
    void a_right_password_may_be_used_as_often_as_one_likes() {
        var placed = till.place(stall.order(1));

        for (var n = 0; n < 40; n++) {
            assertThat(look("GET", placed.order(), "", "secret-pass").status()).isEqualTo(200);
        }
    }

    @Test
    void a_link_that_was_changed_opens_nothing() {
        var placed = till.place(stall.order(1));

        assertThat(api.get(path(placed.order()) + "?token=" + "0".repeat(32), null).code())
                .isEqualTo("ordering.no-such-order");
        assertThat(api.get(path(placed.order()), null).code()).isEqualTo("ordering.no-such-order");
    }

    @Test
    void nothing_is_revealed_before_it_is_delivered() {
        var placed = till.place(stall.order(1));

        assertThat(look("POST", placed.order(), "/reveal", "secret-pass").code()).isEqualTo("ordering.nothing-delivered");
        till.pay(stall, placed);

        var revealed = look("POST", placed.order(), "/reveal", "secret-pass");
        assertThat(revealed.json().path("cards").get(0).path("code").asString()).startsWith("CODE-");
        assertThat(revealed.header("Cache-Control")).contains("no-store");
        assertThat(look("POST", placed.order(), "/reveal", "wrong-pass").code()).isEqualTo("ordering.no-such-order");
    }

    @Test
    void a_paid_order_is_not_canceled_and_an_unpaid_one_only_once() {
        var paid = till.place(stall.order(1));
        till.pay(stall, paid);
        var open = till.place(stall.order(1));

        assertThat(look("PUT", paid.order(), "/cancellation", "secret-pass").code()).isEqualTo("ordering.wrong-state");
        assertThat(look("PUT", open.order(), "/cancellation", "secret-pass").json().path("state").asString()).isEqualTo("canceled");
        assertThat(look("PUT", open.order(), "/cancellation", "secret-pass").status()).isEqualTo(200);

        till.assertPool(stall, 2, 0, 1);
        assertThat(till.events(stall.shop().id(), "ordering.order-closed")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "0", "99999999999999999999"})
    void what_is_no_order_number_is_refused(String number) {
        assertThat(api.get("/api/v1/shops/" + stall.shop().slug() + "/orders/" + number, null, "Order-Password", "secret-pass").status())
                .isIn(400, 422);
    }

    private Api.Answer look(String method, OrderId order, String below, String password) {
        return api.send(method, path(order) + below, null, null, "Order-Password", password);
    }

    private String path(OrderId order) {
        return "/api/v1/shops/" + stall.shop().slug() + "/orders/" + order;
    }

    private Api.Answer post(String json, String... headers) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, json, headers);
    }

    private static String body(String sku, String quantity, String total) {
        return """
                {"lines":[{"sku":"%s","quantity":%s}],"contact":"lin@example.com","password":"secret-pass","rail":"sandbox","totalMinor":%s}
                """.formatted(sku, quantity, total);
    }

    private void assertRefused(Api.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        till.assertPool(stall, 3, 0, 0);
        assertThat(till.events(stall.shop().id(), "ordering.order-placed")).isZero();
    }

    /** The answer without what names the request itself. */
    private static String withoutPlace(Api.Answer answer) {
        return answer.text().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}
