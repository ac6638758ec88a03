package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.InventedWorld;
import io.wanqu.connector.Secret;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class AccountFieldsTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void names_a_field_that_is_missing_and_connects_nothing() {
        var stall = market.stall(0);

        var answer = connect(stall.shop(), "keyed-1", "\"fields\":{\"messageKey\":\"k\"},");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("channel.wrong-fields");
        assertThat(answer.json().path("missing").toString()).isEqualTo("[\"merchant\"]");
        assertThat(jdbc.sql("select count(*) from channel.channel where shop_id = :shop").param("shop", stall.shop().id().value())
                .query(Long.class).single()).isZero();
    }

    @Test
    void seals_the_fields_lends_them_to_the_connector_and_never_answers_them() {
        var stall = market.stall(0);

        var answer = connect(stall.shop(), "keyed-2", "\"fields\":{\"messageKey\":\"canary-key\",\"merchant\":\"canary-merchant\"},");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain("canary").contains("\"state\":\"on\"");
        assertThat(InventedWorld.at("keyed-2").more).containsEntry("merchant", Secret.of("canary-merchant")).hasSize(2);
        assertThat(jdbc.sql("select position('canary' in encode(more, 'escape')) from channel.channel where shop_id = :shop")
                .param("shop", stall.shop().id().value()).query(Integer.class).single()).isZero();
    }

    @Test
    void says_which_credentials_are_wrong_and_what_to_do() {
        var stall = market.stall(0);
        InventedWorld.at("keyed-3").goodKey = "another key";

        var answer = connect(stall.shop(), "keyed-3", "\"fields\":{\"messageKey\":\"k\",\"merchant\":\"m\"},");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("channel.wrong-credentials");
        assertThat(answer.json().path("fields").toString())
                .isEqualTo("[\"/appKey\",\"/appSecret\",\"/fields/merchant\",\"/fields/messageKey\"]");
        assertThat(answer.json().path("channelCode").asString()).isEqualTo("bad-sign");
        assertThat(jdbc.sql("select state from channel.channel where shop_id = :shop").param("shop", stall.shop().id().value())
                .query(String.class).single()).isEqualTo("draft");

        InventedWorld.at("keyed-3").goodKey = "the key";
        var again = api.send("PUT", "/api/v1/channels/" + answer.json().path("channel").asString() + "/authorisation",
                api.tokenForAll(stall.shop()), "{\"appSecret\":\"the key\"}");
        assertThat(again.json().path("state").asString()).isEqualTo("on");
    }

    @Test
    void tells_what_each_kind_can_do() {
        var stall = market.stall(0);

        var kinds = api.get("/api/v1/channel-kinds", api.tokenForAll(stall.shop())).json();

        var keyed = kinds.valueStream().filter(kind -> kind.path("kind").asString().equals("invented-keyed")).findFirst().orElseThrow();
        assertThat(keyed.path("capabilities").path("access").path("fields")).hasSize(2);
        assertThat(keyed.path("capabilities").path("cards").path("way").asString()).isEqualTo("SHOWN");
        assertThat(api.get("/api/v1/channel-kinds", api.tokenWithout(stall.shop(), Scope.CHANNELS_WRITE)).status()).isEqualTo(403);
    }

    @Test
    void a_message_for_another_shop_of_the_same_application_reaches_that_shop() {
        var one = bazaar.connect("invented-keyed", market.stall(1), "app-of-two", fields());
        var other = bazaar.connect("invented-keyed", market.stall(1), "app-of-two", fields());

        var answer = api.post("/api/v1/channel-pushes/" + one.key().shop() + "/" + one.key().channel(), null,
                "m-1 order-9 " + other.shop());
        api.post("/api/v1/channel-pushes/" + one.key().shop() + "/" + one.key().channel(), null, "m-2 order-9 nobody");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bazaar.count(other, "channel.inbox", "message_id = 'm-1' and external_order = 'order-9'")).isEqualTo(1);
        assertThat(bazaar.count(one, "channel.inbox", "true")).isZero();
    }

    @Test
    void answers_an_echo_check() {
        var booth = bazaar.connect("invented-keyed", market.stall(0), "app-echo", fields());

        var answer = api.get("/api/v1/channel-pushes/" + booth.key().shop() + "/" + booth.key().channel() + "?echo=hello", null);

        assertThat(answer.text()).isEqualTo("hello");
    }

    private static Map<String, Secret> fields() {
        return Map.of("messageKey", Secret.of("k"), "merchant", Secret.of("m"));
    }

    private Api.Answer connect(Shop shop, String externalShop, String more) {
        return api.post("/api/v1/channels", api.tokenForAll(shop), """
                {"kind":"invented-keyed","name":"Keyed","baseUri":"https://invented.example","appKey":"a","appSecret":"the key",%s
                 "externalShop":"%s"}
                """.formatted(more, externalShop));
    }
}
