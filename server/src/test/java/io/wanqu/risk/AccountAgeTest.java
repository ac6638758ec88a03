package io.wanqu.risk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

/** How old a buyer's account is, and that a guest has none, may be judged by. */
@WanquTest
class AccountAgeTest {

    private static final String RULES = """
            {"version":0,"set":{"rules":[
             {"name":"new here","when":[{"fact":"account.signedIn","is":">","value":0},{"fact":"account.ageHours","is":"<","value":24}],"outcome":"hold"},
             {"name":"at home here","when":[{"fact":"account.ageHours","is":">","value":1000}],"outcome":"challenge"}]}}""";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private People people;
    @Autowired
    private Decide decide;
    @Autowired
    private Ids ids;
    @Autowired
    private Clock clock;

    private Stall stall;
    private String token;

    @BeforeEach
    void aStallWithRules() {
        stall = market.stall(5);
        token = api.tokenForAll(stall.shop());
        var written = api.send("PUT", "/api/v1/risk/profiles/usual", token, RULES);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    @Test
    void the_number_of_an_account_says_how_old_it_is() {
        var old = new AccountId(Ids.lowestAt(clock.instant().minus(Duration.ofDays(60))));

        assertThat(decide.decide(List.of(ask(null), ask(new AccountId(ids.next())), ask(old))).stream().map(Verdict::outcome))
                .containsExactly(Outcome.ALLOW, Outcome.HOLD, Outcome.CHALLENGE);
    }

    @Test
    void an_order_is_judged_by_the_account_that_was_signed_in() {
        var path = "/api/v1/shops/" + stall.shop().slug() + "/orders";
        var body = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"contact\":\"lin@example.com\",\"rail\":\"sandbox\"}".formatted(stall.sku());

        var held = decision(people.signedIn(people.person()).post(path, body));
        var guest = decision(api.post(path, null, body));

        assertThat(held.path("outcome").asString()).isEqualTo("hold");
        assertThat(held.at("/numbers/account.signedIn").asDouble()).isEqualTo(1);
        assertThat(guest.path("outcome").asString()).isEqualTo("allow");
        assertThat(guest.path("numbers").has("account.signedIn")).isFalse();
    }

    private RiskAsk ask(@Nullable AccountId account) {
        return new RiskAsk(stall.shop().id(), stall.shop().page(), RiskAsk.Act.PLACE, ids.next(),
                new RiskAsk.Who("lin@example.com", null, "203.0.113.5", null, account), new RiskAsk.Basket(List.of(stall.sku()), 1, Market.PRICE), false);
    }

    private JsonNode decision(Answer order) {
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        var path = "/api/v1/risk/decisions?subject=" + order.json().path("number").asString();
        await().atMost(60, SECONDS).until(() -> api.get(path, token).json().path("items").size() == 1);
        return api.get(path, token).json().at("/items/0");
    }
}
