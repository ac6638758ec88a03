package io.wanqu.wallet;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Notice;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

@WanquTest
class WalletTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private Purse purse;
    @Autowired
    private PayFromWallet payFromWallet;
    @Autowired
    private TopUps topUps;
    @Autowired
    private ExpireGiftCards expireGiftCards;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;
    private String key;

    @BeforeEach
    void aShopThatOffersWallets() {
        stall = market.stall(5);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        assertThat(api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", operator, "{\"allowed\":true}").status()).isEqualTo(204);
        key = open("{\"contact\":\"lin@example.com\"}");
    }

    @AfterEach
    void theBooksSayTheSame() {
        assertThat(jdbc.sql("select wallet_id, balance_minor from wallet.wallet where shop_id = ?").param(shop.value())
                .query((row, n) -> purse.in(shop, "wallet:" + row.getLong("wallet_id")) - row.getLong("balance_minor")).list()).containsOnly(0L);
        purse.assertBalanced(shop);
    }

    @Test
    void money_that_came_through_a_rail_pays_an_order_and_comes_back_to_the_wallet() {
        topUp(2000);
        var order = order();

        assertThat(pay(key, order).status()).isEqualTo(200);
        assertThat(pay(key, order).status()).isEqualTo(200);

        buyer.awaitState(order, "delivered");
        assertThat(balance(key)).isEqualTo(1010);
        assertThat(purse.in(shop, "frozen")).isEqualTo(990);
        assertThat(purse.in(shop, "receivable:wallet")).isZero();
        api.post("/api/v1/orders/" + order.number() + "/refunds", token, "{\"amountMinor\":400,\"reason\":\"kindness\"}");
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(balance(key)).isEqualTo(1410));
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(purse.in(shop, "frozen")).isEqualTo(590));
        assertThat(api.get(path("wallet/statement"), null, "Wallet-Key", key).json().path("items").valueStream()
                .map(line -> line.path("amountMinor").asLong())).containsExactly(400L, -990L, 2000L);
    }

    @Test
    void two_who_pay_with_the_same_money_at_once_pay_one_order() throws Exception {
        topUp(990);
        var orders = List.of(order(), order());

        var answers = Together.run(2, n -> pay(key, orders.get(n)));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(balance(key)).isZero();
        assertThat(jdbc.sql("select count(*) from payment.payment where shop_id = ? and rail = 'wallet' and state = 'succeeded'").param(shop.value())
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void what_a_crash_parted_is_told_again() {
        topUp(990);
        var order = order();
        pay(key, order);
        buyer.awaitState(order, "delivered");
        jdbc.sql("update wallet.movement set settled = false where shop_id = ? and kind = 'payment'").param(shop.value()).update();

        payFromWallet.tellUntold();

        assertThat(jdbc.sql("select count(*) from wallet.movement where shop_id = ? and not settled").param(shop.value()).query(Long.class).single())
                .isZero();
        assertThat(purse.in(shop, "frozen")).isEqualTo(990);
    }

    @Test
    void a_top_up_that_is_told_with_another_amount_fills_nothing() {
        var payment = askTopUp(500);

        var outcome = topUps.settle(new Notice("sandbox", "e-1", shop, payment, "sandbox-" + shop, Money.of(5000, "CNY"), true));

        assertThat(outcome.name()).isEqualTo("MISMATCH");
        assertThat(balance(key)).isZero();
    }

    @Test
    void where_the_operator_did_not_allow_it_no_wallet_pays() {
        api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", operator, "{\"allowed\":false}");
        var order = buyer.order(stall, 1, "sandbox");

        assertThat(buyer.start(order, "{\"method\":\"balance\",\"rail\":\"wallet\"}").code()).isEqualTo("payment.rail-not-offered");
    }

    @Test
    void a_stranger_and_a_wallet_of_another_shop_pay_nothing() {
        var order = order();

        assertThat(pay("wk_guess", order).code()).isEqualTo("wallet.unknown-wallet");
        assertThat(pay(key, order).code()).isEqualTo("wallet.not-enough");
        assertThat(api.get("/api/v1/shops/" + market.stall(1).shop().slug() + "/wallet", null, "Wallet-Key", key).code())
                .isEqualTo("wallet.unknown-wallet");
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
    }

    @Test
    void a_code_is_used_in_parts_until_nothing_is_left() {
        var code = card(1000).path("code").asString();

        assertThat(redeem(key, code, "300").json().path("balance").path("minor").asLong()).isEqualTo(300);
        assertThat(redeem(key, code.toLowerCase(Locale.ROOT), "null").json().path("balance").path("minor").asLong()).isEqualTo(1000);

        assertThat(redeem(key, code, "null").code()).isEqualTo("wallet.no-value");
        assertThat(purse.in(shop, "promotion")).isEqualTo(-1000);
        assertThat(jdbc.sql("select count(*) from wallet.gift_card where shop_id = ? and position(?::bytea in sealed) > 0").param(shop.value())
                .param(code.getBytes(StandardCharsets.UTF_8)).query(Long.class).single()).isZero();
    }

    @Test
    void fifty_who_redeem_one_code_at_once_are_one_winner() throws Exception {
        var code = card(1000).path("code").asString();
        var keys = IntStream.range(0, 50).mapToObj(n -> open("{}")).toList();

        var answers = Together.run(50, n -> redeem(keys.get(n), code, "null"));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).extracting(Api.Answer::code).containsOnly("wallet.no-value");
        assertThat(keys.stream().mapToLong(this::balance).sum()).isEqualTo(1000);
    }

    @Test
    void a_void_and_an_expired_card_give_nothing_and_the_promise_is_taken_back() {
        var empty = card(1000);
        var old = card(700);
        assertThat(api.send("PUT", "/api/v1/gift-cards/" + empty.path("id").asString() + "/voidance", token, null).status()).isEqualTo(204);
        jdbc.sql("update wallet.gift_card set expires_at = now() - interval '1 second' where card_id = ?")
                .param(Long.parseLong(old.path("id").asString())).update();

        assertThat(redeem(key, empty.path("code").asString(), "null").code()).isEqualTo("wallet.no-value");
        assertThat(redeem(key, old.path("code").asString(), "null").code()).isEqualTo("wallet.no-value");

        expireGiftCards.expire();
        assertThat(purse.in(shop, "promotion")).isZero();
        assertThat(balance(key)).isZero();
    }

    @Test
    void limits_say_which_they_are_how_high_and_since_when() {
        var bearer = open("{}");

        var tooMuch = api.post(path("wallet/top-ups"), null, "{\"amountMinor\":100001,\"method\":\"sandbox\"}", "Wallet-Key", bearer);
        var tooLarge = api.post("/api/v1/gift-cards", token, "{\"amountMinor\":100001,\"until\":\"" + LocalDate.now().plusYears(4) + "\"}");
        var tooShort = api.post("/api/v1/gift-cards", token, "{\"amountMinor\":100,\"until\":\"" + LocalDate.now().plusYears(1) + "\"}");

        assertThat(tooMuch.code()).isEqualTo("wallet.limit-reached");
        assertThat(tooMuch.json().path("limit").asString() + " " + tooMuch.json().path("value").asLong() + " " + tooMuch.json().path("since").asString())
                .isEqualTo("balanceMax 100000 2012-11-01");
        assertThat(tooLarge.json().path("limit").asString()).isEqualTo("cardMax");
        assertThat(tooShort.json().path("limit").asString()).isEqualTo("validDaysMin");
        assertThat(api.post(path("wallet/top-ups"), null, "{\"amountMinor\":100001,\"method\":\"sandbox\"}", "Wallet-Key", key).status()).isEqualTo(201);
        assertThat(balance(bearer)).isZero();
    }

    @Test
    void a_limit_of_a_later_day_does_not_hold_yet() {
        var later = LocalDate.now().plusDays(400);
        assertThat(api.post("/api/v1/operator/wallet-limits", operator, """
                {"kind":"registered","name":"balanceMax","from":"%s","value":1,"source":"a test"}""".formatted(later)).status()).isIn(201, 422);

        topUp(500);

        assertThat(balance(key)).isEqualTo(500);
        assertThat(api.post("/api/v1/operator/wallet-limits", token, "{}").code()).isEqualTo("kernel.operator-only");
    }

    private String open(String json) {
        var opened = api.post(path("wallets"), null, json);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("key").asString();
    }

    private long askTopUp(long minor) {
        var asked = api.post(path("wallet/top-ups"), null, "{\"amountMinor\":" + minor + ",\"method\":\"sandbox\"}", "Wallet-Key", key);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return Long.parseLong(asked.json().path("id").asString());
    }

    private void topUp(long minor) {
        var payment = askTopUp(minor);
        topUps.settle(new Notice("sandbox", "paid-" + payment, shop, payment, "sandbox-" + shop, Money.of(minor, "CNY"), true));
    }

    private Order order() {
        var order = buyer.order(stall, 1, "wallet");
        assertThat(buyer.start(order, "{\"method\":\"balance\",\"rail\":\"wallet\"}").status()).isEqualTo(200);
        return order;
    }

    private Api.Answer pay(String with, Order order) {
        return api.send("PUT", path("wallet/payments/" + buyer.payment(order).path("id").asString()), null, null, "Wallet-Key", with);
    }

    private JsonNode card(long minor) {
        var issued = api.post("/api/v1/gift-cards", token, "{\"amountMinor\":" + minor + ",\"until\":\"" + LocalDate.now().plusYears(4) + "\"}");
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return issued.json();
    }

    private Api.Answer redeem(String with, String code, String part) {
        return api.post(path("wallet/gift-cards"), null, "{\"code\":\"" + code + "\",\"amountMinor\":" + part + "}", "Wallet-Key", with);
    }

    private long balance(String of) {
        return api.get(path("wallet"), null, "Wallet-Key", of).json().path("balance").path("minor").asLong();
    }

    private String path(String rest) {
        return "/api/v1/shops/" + stall.shop().slug() + "/" + rest;
    }
}
