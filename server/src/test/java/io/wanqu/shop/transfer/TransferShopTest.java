package io.wanqu.shop.transfer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.identity.staff.Role;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class TransferShopTest {

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Holdings holdings;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private Person mei;
    private Visitor owner;
    private Person lin;

    @BeforeEach
    void aShopAndSomebodyWhoWantsIt() {
        shop = storefront.shop();
        mei = people.staff(shop.id(), Role.OWNER);
        owner = people.signedIn(mei);
        lin = people.person();
    }

    @Test
    void changes_hands_and_shuts_the_old_owner_out_at_once() {
        var partner = people.signedIn(people.staff(shop.id(), Role.OWNER));
        var token = api.tokenForAll(shop);
        var secret = offer(lin.mail());

        var taken = accept(lin, secret);

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(holdings.owned(lin.id())).containsExactly(shop.id());
        assertThat(holdings.owned(mei.id())).isEmpty();
        assertThat(owner.get("/api/v1/shop").code()).isEqualTo("identity.not-staff");
        assertThat(partner.get("/api/v1/shop").code()).isEqualTo("identity.not-staff");
        assertThat(api.get("/api/v1/shop", token).code()).isEqualTo("identity.revoked-token");
        assertThat(people.signedIn(lin).send("PUT", "/api/v1/shop", "{\"name\":\"Lin's own\"}").status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from kernel.trail where shop_id = ? and action in ('shop.offered', 'shop.taken-over')")
                .param(shop.id().value()).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void is_taken_over_by_nobody_but_whom_it_is_meant_for() {
        var secret = offer(lin.mail());

        for (var other : new String[] {secret, "wql_" + "A".repeat(43), ""}) {
            assertThat(accept(people.person(), other).code()).isEqualTo("shop.no-transfer");
        }

        assertThat(holdings.owned(mei.id())).containsExactly(shop.id());
        assertThat(accept(lin, secret).status()).isEqualTo(200);
    }

    @Test
    void is_taken_over_once_and_in_time() throws Exception {
        var secret = offer(lin.mail());
        var visitor = people.signedIn(lin);

        var answers = Together.run(100, n -> visitor.post("/api/v1/shop-transfers", "{\"secret\":\"" + secret + "\"}").status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(holdings.owned(lin.id())).containsExactly(shop.id());
    }

    @Test
    void lapses_and_can_be_offered_again() {
        var late = offer(lin.mail());
        jdbc.sql("update shop.transfer set until = now() - interval '1 second' where shop_id = ?").param(shop.id().value()).update();

        assertThat(accept(lin, late).code()).isEqualTo("shop.no-transfer");
        var second = offer(lin.mail());
        assertThat(owner.get("/api/v1/shop/transfer").json().path("until").asString()).isNotBlank();
        assertThat(owner.post("/api/v1/shop/transfer", "{\"to\":\"" + lin.mail() + "\"}").code()).isEqualTo("shop.transfer-offered");
        assertThat(owner.send("DELETE", "/api/v1/shop/transfer", null).status()).isEqualTo(204);
        assertThat(owner.get("/api/v1/shop/transfer").json().hasNonNull("until")).isFalse();
        assertThat(accept(lin, second).code()).isEqualTo("shop.no-transfer");
        assertThat(holdings.owned(mei.id())).containsExactly(shop.id());
    }

    @Test
    void gives_nobody_more_shops_than_the_rule() {
        people.signedIn(lin).post("/api/v1/shop-applications", "{\"slug\":\"own-%s\",\"name\":\"Lin's first\"}".formatted(Long.toString(lin.id().value(), 36)));

        assertThat(accept(lin, offer(lin.mail())).code()).isEqualTo("shop.holding-limit");
        assertThat(holdings.owned(mei.id())).containsExactly(shop.id());
    }

    @Test
    void is_offered_and_taken_over_only_by_persons_who_have_just_proved_themselves() {
        var secret = offer(lin.mail());
        assertThat(api.post("/api/v1/shop/transfer", api.tokenForAll(shop), "{\"to\":\"" + lin.mail() + "\"}").code()).isEqualTo("shop.owner-only");
        assertThat(people.signedIn(people.staff(shop.id(), Role.MANAGER)).post("/api/v1/shop/transfer", "{\"to\":\"" + lin.mail() + "\"}").code())
                .isEqualTo("shop.owner-only");
        var stale = people.signedIn(lin);
        jdbc.sql("update identity.session set fresh_until = null where account_id = ?").param(lin.id().value()).update();

        await().atMost(60, SECONDS).until(() -> stale.get("/api/v1/session").json().path("freshUntil").asString("").isEmpty());

        assertThat(stale.post("/api/v1/shop-transfers", "{\"secret\":\"" + secret + "\"}").code()).isEqualTo("identity.step-up-needed");
        assertThat(holdings.owned(mei.id())).containsExactly(shop.id());
    }

    private String offer(String to) {
        var answer = owner.post("/api/v1/shop/transfer", "{\"to\":\"" + to + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("secret").asString();
    }

    private Answer accept(Person person, String secret) {
        return people.signedIn(person).post("/api/v1/shop-transfers", "{\"secret\":\"" + secret + "\"}");
    }
}
