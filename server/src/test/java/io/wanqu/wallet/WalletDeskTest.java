package io.wanqu.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;

import io.wanqu.kernel.ShopId;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

@WanquTest
class WalletDeskTest {

    private static final String OFFERS = "/api/v1/operator/wallet-offers";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Purse purse;

    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;

    @BeforeEach
    void aShopThatOffersWallets() {
        stall = market.stall(1);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        offer(true);
    }

    @Test
    void a_shop_reads_whether_its_wallets_pay_and_what_holds_today() {
        api.post("/api/v1/operator/wallet-limits", operator, """
                {"kind":"bearer","name":"cardMax","from":"%s","value":1,"source":"a test"}""".formatted(LocalDate.now().plusDays(400)));

        var terms = api.get("/api/v1/wallet-terms", token).json();

        assertThat(terms.path("allowed").asBoolean()).isTrue();
        assertThat(terms.path("limits").valueStream().filter(it -> it.path("name").asString().equals("cardMax"))
                .map(it -> it.path("kind").asString() + " " + it.path("value").asLong())).containsExactly("bearer 100000", "registered 500000");
        offer(false);
        assertThat(api.get("/api/v1/wallet-terms", token).json().path("allowed").asBoolean()).isFalse();
    }

    @Test
    void the_platform_sees_where_wallets_are_offered_and_where_no_more() {
        assertThat(offered()).containsExactly(true);
        assertThat(api.get(OFFERS + "?limit=1", operator).json().path("items")).hasSize(1);
        offer(false);

        assertThat(offered()).containsExactly(false);
        assertThat(api.get(OFFERS, token).code()).isEqualTo("kernel.operator-only");
    }

    @Test
    void the_list_of_cards_says_what_is_left_and_never_the_code() {
        var used = card(1000);
        var taken = card(700);
        var key = api.post(path("wallets"), null, "{}").json().path("key").asString();
        api.post(path("wallet/gift-cards"), null, "{\"code\":\"" + used.path("code").asString() + "\",\"amountMinor\":300}", "Wallet-Key", key);
        api.send("PUT", "/api/v1/gift-cards/" + taken.path("id").asString() + "/voidance", token, null);

        var first = api.get("/api/v1/gift-cards?limit=1", token);
        var second = api.get("/api/v1/gift-cards?limit=1&after=" + first.json().path("next").asString(), token);

        assertThat(first.json().path("items").path(0).path("state").asString()).isEqualTo("void");
        assertThat(second.json().path("items").path(0).path("left").path("minor").asLong()).isEqualTo(700);
        assertThat(second.json().path("next").isMissingNode()).isTrue();
        assertThat(first.text() + second.text()).doesNotContain(used.path("code").asString(), taken.path("code").asString());
        assertThat(api.get("/api/v1/gift-cards", api.tokenForAll(market.stall(1).shop())).json().path("items")).isEmpty();
    }

    @Test
    void who_allows_wallets_and_who_makes_gift_cards_stands_in_the_shops_trail() {
        offer(false);
        var card = card(1200);
        api.send("PUT", "/api/v1/gift-cards/" + card.path("id").asString() + "/voidance", token, null);

        var offered = api.get("/api/v1/trail?action=wallet-offer", token).json().at("/items/0");
        var cards = api.get("/api/v1/trail?action=gift-card", token).json().path("items");

        assertThat(offered.path("before").asString()).contains("true");
        assertThat(offered.path("after").asString()).contains("false");
        assertThat(cards.valueStream().map(it -> it.path("action").asString() + " " + it.path("subject").asString()))
                .containsExactly("gift-card.voided gift-card:" + card.path("id").asString(), "gift-card.issued gift-card:" + card.path("id").asString());
        assertThat(cards.toString()).contains("1200").doesNotContain(card.path("code").asString());
    }

    @Test
    void a_card_asked_for_twice_with_one_key_is_one_card() {
        var wanted = "{\"amountMinor\":1300,\"until\":\"" + LocalDate.now().plusYears(4) + "\"}";

        var first = api.post("/api/v1/gift-cards", token, wanted, "Idempotency-Key", "gift-1300");
        var again = api.post("/api/v1/gift-cards", token, wanted, "Idempotency-Key", "gift-1300");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get("/api/v1/gift-cards", token).json().path("items").valueStream()
                .filter(it -> it.at("/amount/minor").asLong() == 1300)).hasSize(1);
    }

    @Test
    void who_sets_a_limit_stands_in_the_platforms_trail() {
        var from = LocalDate.now().plusDays(500 + (shop.value() & 0xffff));

        api.post("/api/v1/operator/wallet-limits", operator, """
                {"kind":"bearer","name":"dayInMax","from":"%s","value":77,"source":"a test"}""".formatted(from));

        var noted = api.get("/api/v1/operator/trail?action=wallet-limit", operator).json().at("/items/0");
        assertThat(noted.path("subject").asString()).isEqualTo("wallet-limit:bearer.dayInMax");
        assertThat(noted.path("after").asString()).contains("77", from.toString());
    }

    private void offer(boolean allowed) {
        assertThat(api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", operator, "{\"allowed\":" + allowed + "}").status()).isEqualTo(204);
    }

    private Stream<Boolean> offered() {
        return api.get(OFFERS + "?limit=200&after=" + (shop.value() + 1), operator).json().path("items").valueStream()
                .filter(it -> it.path("shop").asString().equals(shop.text())).map(it -> it.path("allowed").asBoolean());
    }

    private JsonNode card(long minor) {
        return api.post("/api/v1/gift-cards", token, "{\"amountMinor\":" + minor + ",\"until\":\"" + LocalDate.now().plusYears(4) + "\"}").json();
    }

    private String path(String rest) {
        return "/api/v1/shops/" + stall.shop().slug() + "/" + rest;
    }
}
