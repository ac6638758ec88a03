package io.wanqu.ordering.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever was signed in when he ordered needs nothing but his session to come back to it. */
@WanquTest
class SignedInOrderTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private People people;

    private Stall stall;
    private People.Person lin;
    private String order;

    @BeforeEach
    void anOrderOfSomebodySignedIn() {
        stall = market.stall(2);
        lin = people.person();
        var placed = place(people.signedIn(lin));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        order = "/api/v1/shops/" + stall.shop().slug() + "/orders/" + placed.json().path("number").asString();
    }

    @Test
    void his_session_opens_it_wherever_he_signs_in() {
        assertThat(people.signedIn(lin).get(order).json().path("state").asString()).isEqualTo("placed");
    }

    @Test
    void nobody_else_is_let_in_by_a_session() {
        assertThat(people.signedIn(people.person()).get(order).code()).isEqualTo("ordering.no-such-order");
        assertThat(people.browser().get(order).code()).isEqualTo("ordering.no-such-order");
        assertThat(api.get(order, api.tokenForAll(stall.shop())).code()).isEqualTo("ordering.no-such-order");
    }

    private Api.Answer place(Visitor browser) {
        return browser.post("/api/v1/shops/" + stall.shop().slug() + "/orders", """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"lin@example.com","rail":"sandbox"}""".formatted(stall.sku()));
    }
}
