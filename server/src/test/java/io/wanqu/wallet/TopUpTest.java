package io.wanqu.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Notice;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wallet is filled, and its holder sees whether the money came. */
@WanquTest
class TopUpTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private TopUps topUps;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;

    @BeforeEach
    void aShopThatOffersWallets() {
        stall = market.stall(1);
        shop = stall.shop().id();
        offer(true);
    }

    @Test
    void is_pending_until_the_rail_has_told_and_then_succeeded() {
        var key = open();
        var payment = begin(key).json().path("id").asString();
        assertThat(look(key, payment).json().path("state").asString()).isEqualTo("pending");

        topUps.settle(new Notice("sandbox", "paid-" + payment, shop, Long.parseLong(payment), "sandbox-" + shop, Money.of(500, "CNY"), true));

        assertThat(look(key, payment).json().path("state").asString()).isEqualTo("succeeded");
        assertThat(look(key, payment).json().path("amount").path("minor").asLong()).isEqualTo(500);
    }

    @Test
    void is_shown_to_its_own_wallet_alone() {
        var payment = begin(open()).json().path("id").asString();

        assertThat(look(open(), payment).code()).isEqualTo("wallet.no-such-top-up");
        assertThat(look(open(), "7").code()).isEqualTo("wallet.no-such-top-up");
        assertThat(look("wk_guess", payment).code()).isEqualTo("wallet.unknown-wallet");
    }

    @Test
    void is_refused_where_the_money_could_not_be_spent() {
        var key = open();
        offer(false);

        assertThat(begin(key).code()).isEqualTo("payment.rail-not-offered");

        assertThat(jdbc.sql("select count(*) from wallet.top_up where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from payment.payment where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
    }

    private void offer(boolean allowed) {
        assertThat(api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", purse.operator(), "{\"allowed\":" + allowed + "}").status()).isEqualTo(204);
    }

    private String open() {
        return api.post(path("wallets"), null, "{}").json().path("key").asString();
    }

    private Api.Answer begin(String key) {
        return api.post(path("wallet/top-ups"), null, "{\"amountMinor\":500,\"method\":\"sandbox\",\"rail\":\"sandbox\"}", "Wallet-Key", key);
    }

    private Api.Answer look(String key, String payment) {
        return api.get(path("wallet/top-ups/" + payment), null, "Wallet-Key", key);
    }

    private String path(String rest) {
        return "/api/v1/shops/" + stall.shop().slug() + "/" + rest;
    }
}
