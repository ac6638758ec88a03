package io.wanqu.shop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class DomainTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private FakeRecords records;

    @Autowired
    private Shops shops;

    @Autowired
    private Ids ids;

    private Shop shop;
    private String token;
    private String host;

    @BeforeEach
    void aShopAndAHost() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
        host = "shop" + ids.next() + ".example";
    }

    @Test
    void leads_to_the_shop_once_it_is_proved() {
        var asked = ask(token, host);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(prove(token, host).code()).isEqualTo("shop.domain-not-proved");
        assertThat(shops.byDomain(host)).isEmpty();

        records.write(asked.json().path("record").asString(), asked.json().path("text").asString());

        assertThat(prove(token, host).json().path("state").asString()).isEqualTo("proved");
        assertThat(shops.byDomain(host)).contains(shop);
        assertThat(shops.byDomain(host.toUpperCase(Locale.ROOT) + ".:443")).contains(shop);
        assertThat(shops.byDomain("other." + host)).isEmpty();
        assertThat(shops.byDomain(null)).isEmpty();
    }

    @Test
    void is_proved_by_one_of_two_shops_with_its_own_proof() throws Exception {
        var second = storefront.shop();
        var secondToken = api.tokenForAll(second);
        var first = ask(token, host);
        var other = ask(secondToken, host);
        records.write(first.json().path("record").asString(), first.json().path("text").asString());
        assertThat(prove(secondToken, host).code()).isEqualTo("shop.domain-not-proved");

        prove(token, host);
        records.write(other.json().path("record").asString(), other.json().path("text").asString());
        var answers = Together.run(100, n -> prove(secondToken, host).code());

        assertThat(answers).containsOnly("shop.domain-taken");
        assertThat(shops.byDomain(host)).contains(shop);
    }

    @Test
    void leads_nowhere_when_it_is_given_up() {
        var asked = ask(token, host);
        records.write(asked.json().path("record").asString(), asked.json().path("text").asString());
        prove(token, host);

        assertThat(api.send("DELETE", "/api/v1/shop/domains/" + host, api.tokenForAll(storefront.shop()), null).code()).isEqualTo("shop.unknown-domain");
        assertThat(api.send("DELETE", "/api/v1/shop/domains/" + host, token, null).status()).isEqualTo(204);
        assertThat(shops.byDomain(host)).isEmpty();
        assertThat(api.get("/api/v1/shop/domains", token).json()).isEmpty();
    }

    @Test
    void refuses_what_is_no_domain() {
        for (var wrong : new String[] {"", "localhost", "127.0.0.1", "shop example", "http://shop.example", "-a.example", "a..example", "a.example/x"}) {
            assertThat(ask(token, wrong).code()).as(wrong).isEqualTo("kernel.invalid-value");
        }
        assertThat(ask(token, "商店.example").json().path("host").asString()).isEqualTo(IDN.toASCII("商店") + ".example");
    }

    private Answer ask(String by, String name) {
        return api.post("/api/v1/shop/domains", by, "{\"host\":\"" + name + "\"}");
    }

    private Answer prove(String by, String name) {
        return api.send("PUT", "/api/v1/shop/domains/" + name + "/proof", by, null);
    }
}
