package io.wanqu.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.OtherNode;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class TokenTest {

    @Autowired
    private IssueToken issueToken;

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = storefront.shop();
    }

    @Test
    void draws_a_new_text_each_time_and_never_shows_it_by_itself() {
        var first = issueToken.draw(shop.id(), "till", Set.of(Scope.SHOP_READ), null, null);
        var second = issueToken.draw(shop.id(), "till", Set.of(Scope.SHOP_READ), null, null);

        assertThat(first.text().secret()).matches("wq_[A-Za-z0-9_-]{43}").isNotEqualTo(second.text().secret());
        assertThat(first.toString()).doesNotContain(first.text().secret().substring(3));
        assertThat(stored("hash = sha256(:text::bytea)", first.text().secret())).isEqualTo(1);
    }

    @Test
    void stops_at_its_end() {
        var end = clock.instant().plusMillis(700);
        var token = issueToken.issue(shop.id(), "till", Set.of(Scope.SHOP_READ), end);

        await().atMost(60, SECONDS).until(() -> {
            var asked = clock.instant();
            var answer = api.get("/api/v1/shop", token);
            assertThat(answer.status() == 200 || clock.instant().isAfter(end)).as("good until its end").isTrue();
            assertThat(answer.status() != 200 || !asked.isAfter(end)).as("no longer than until its end").isTrue();
            return answer.status() != 200 && answer.code().equals("identity.expired-token");
        });
    }

    @Test
    void stops_within_two_seconds_of_a_revocation_on_another_node() {
        var token = issueToken.issue(shop.id(), "till", Set.of(Scope.SHOP_READ), null);
        assertThat(api.get("/api/v1/shop", token).status()).isEqualTo(200);

        jdbc.sql("update identity.token set revoked_at = now() where shop_id = :shop").param("shop", shop.id().value()).update();

        OtherNode.isHeardOf(() -> api.get("/api/v1/shop", token).code().equals("identity.revoked-token"));
    }

    @Test
    void stops_at_once_when_it_is_revoked_here() {
        var token = api.tokenForAll(shop);
        var spare = api.post("/api/v1/tokens", token, "{\"name\":\"spare\",\"scopes\":[\"shop:read\"]}").json();
        assertThat(api.get("/api/v1/shop", spare.path("token").asString()).status()).isEqualTo(200);

        var answer = api.send("DELETE", "/api/v1/tokens/" + spare.path("details").path("id").asString(), token, null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.get("/api/v1/shop", spare.path("token").asString()).code()).isEqualTo("identity.revoked-token");
    }

    @Test
    void grants_no_scope_that_the_granting_token_lacks() {
        var token = api.token(shop, Scope.SHOP_WRITE, Scope.SHOP_READ);

        var refused = api.post("/api/v1/tokens", token, "{\"name\":\"spy\",\"scopes\":[\"shop:read\",\"cards:reveal\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("identity.scope-not-held");
        assertThat(stored("name = :text", "spy")).isZero();
    }

    @Test
    void refuses_what_is_no_token_at_all() {
        var token = api.tokenForAll(shop);

        assertThat(api.post("/api/v1/tokens", token, "{\"name\":\"spy\",\"scopes\":[\"all\"]}").json().path("field").asString())
                .isEqualTo("/scopes/0");
        assertThat(api.post("/api/v1/tokens", token, "{\"name\":\"spy\",\"scopes\":[]}").json().path("field").asString())
                .isEqualTo("/scopes");
        assertThat(api.post("/api/v1/tokens", token, "{\"name\":\"\",\"scopes\":[\"shop:read\"]}").json().path("field").asString())
                .isEqualTo("/name");
        assertThat(api.post("/api/v1/tokens", token,
                "{\"name\":\"spy\",\"scopes\":[\"shop:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}").json().path("field").asString())
                .isEqualTo("/expiresAt");
        assertThat(stored("name = :text", "spy")).isZero();
    }

    @Test
    void lists_tokens_without_their_texts() {
        var token = api.tokenForAll(shop);
        api.get("/api/v1/shop", token);

        var list = api.get("/api/v1/tokens", token);

        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.text()).doesNotContain("wq_", "hash", token.substring(3, 12));
        assertThat(Instant.parse(list.json().path("items").get(0).path("lastUsedAt").asString())).isBetween(
                clock.instant().minusSeconds(60), clock.instant().plusSeconds(60));
    }

    @Test
    void notes_its_use_once_an_hour_and_no_more() {
        var token = api.token(shop, Scope.SHOP_READ);
        jdbc.sql("update identity.token set last_used_at = now() - interval '59 minutes' where shop_id = :shop")
                .param("shop", shop.id().value()).update();

        api.get("/api/v1/shop", token);

        assertThat(stored("last_used_at < now() - interval '58 minutes' and :text <> ''", "any")).isEqualTo(1);
    }

    @Test
    void ends_with_its_holders_place_in_the_shop_and_never_does_more_than_he_may() {
        var mei = people.staff(shop.id(), Role.OWNER);
        var browser = people.signedIn(mei);
        var hers = browser.post("/api/v1/tokens", "{\"name\":\"hers\",\"scopes\":[\"shop:read\",\"shop:write\"]}").json();
        var shops = browser.post("/api/v1/tokens", "{\"name\":\"till\",\"scopes\":[\"shop:read\"],\"shops\":true}").json();
        assertThat(hers.at("/details/account").asString()).isEqualTo(mei.id().text());
        assertThat(shops.at("/details").has("account")).isFalse();
        var text = hers.path("token").asString();
        assertThat(api.send("PUT", "/api/v1/shop", text, "{\"name\":\"Mei\"}").status()).isEqualTo(200);

        role(mei, "viewer");
        OtherNode.isHeardOf(() -> api.send("PUT", "/api/v1/shop", text, "{\"name\":\"Mei\"}").code().equals("kernel.missing-scope"));
        assertThat(api.get("/api/v1/shop", text).status()).isEqualTo(200);

        jdbc.sql("delete from identity.staff where account_id = :account").param("account", mei.id().value()).update();
        OtherNode.isHeardOf(() -> api.get("/api/v1/shop", text).code().equals("identity.revoked-token"));
        assertThat(api.get("/api/v1/shop", shops.path("token").asString()).status()).isEqualTo(200);
    }

    @Test
    void lets_only_who_may_do_everything_give_the_shop_a_token() {
        var browser = people.signedIn(people.staff(shop.id(), Role.MANAGER));

        var refused = browser.post("/api/v1/tokens", "{\"name\":\"spy\",\"scopes\":[\"shop:read\"],\"shops\":true}");

        assertThat(refused.code()).isEqualTo("identity.scope-not-held");
        assertThat(stored("name = :text", "spy")).isZero();
    }

    private void role(People.Person person, String role) {
        jdbc.sql("update identity.staff set role = :role where account_id = :account").param("role", role).param("account", person.id().value()).update();
    }

    private long stored(String where, String text) {
        return jdbc.sql("select count(*) from identity.token where shop_id = :shop and " + where)
                .param("shop", shop.id().value()).param("text", text).query(Long.class).single();
    }
}
