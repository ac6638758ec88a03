package io.wanqu.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Api;
import io.wanqu.testing.OtherNode;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class SessionTest {

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tells_a_stranger_that_nobody_is_signed_in() {
        var answer = people.browser().get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("account").isMissingNode()).isTrue();
        assertThat(answer.json().path("shops")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void signs_in_by_password_and_tells_who_and_where() {
        var shop = storefront.shop();
        var mei = people.staff(shop.id(), Role.OWNER);

        var browser = people.browser();
        var answer = browser.post("/api/v1/session", "{\"login\":\" %s \",\"password\":\"%s\"}".formatted(mei.mail().toUpperCase(), People.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/account/id").asString()).isEqualTo(mei.id().text());
        assertThat(answer.json().at("/account/mail").asString()).isEqualTo("l***@people.example");
        assertThat(answer.json().at("/shops/0/slug").asString()).isEqualTo(shop.slug());
        assertThat(answer.json().at("/shops/0/scopes").toString()).contains("money:write");
        assertThat(answer.json().path("operator").asBoolean()).isFalse();
        assertThat(answer.json().path("token").isMissingNode()).isTrue();
        assertThat(answer.response().headers().allValues("Set-Cookie").getLast())
                .startsWith("wanqu_session=wqs_").contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        assertThat(browser.get("/api/v1/session").json().path("account")).isEqualTo(answer.json().path("account"));
    }

    @Test
    void keeps_the_cookie_from_unencrypted_ways_where_the_page_came_by_an_encrypted_one() {
        var mei = people.person();

        var answer = people.browser().post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD),
                "X-Forwarded-Proto", "https");

        var cookies = answer.response().headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2).allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-wanqu_").contains("; Secure", "; Path=/;").doesNotContain("Domain"));
        var session = cookies.getLast().substring(0, cookies.getLast().indexOf(';'));
        assertThat(people.browser().get("/api/v1/sessions", "X-Forwarded-Proto", "https", "Cookie", session).status()).isEqualTo(200);
        var planted = session.replace("__Host-", "");
        assertThat(people.browser().get("/api/v1/sessions", "X-Forwarded-Proto", "https", "Cookie", planted).status()).as("planted by another host").isEqualTo(401);
    }

    @Test
    void answers_alike_for_a_wrong_password_and_for_nobody() {
        var mei = people.person();

        var wrong = people.browser().post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"not her password\"}".formatted(mei.mail()));
        var nobody = people.browser().post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"not her password\"}".formatted(People.freshMail()));

        assertThat(List.of(wrong, nobody)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("identity.wrong-login");
            assertThat(answer.response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("wanqu_session="));
        });
        assertThat(sessionsOf(mei)).isZero();
    }

    @Test
    void keeps_the_secret_as_a_hash_and_the_person_sealed() {
        var mei = people.person();
        var browser = people.signedIn(mei);

        assertThat(jdbc.sql("select count(*) from identity.session where hash = sha256(:text::bytea) and account_id = :account")
                .param("text", browser.cookie("wanqu_session")).param("account", mei.id().value()).query(Long.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("""
                select encode(a.name, 'escape') || encode(a.mail, 'escape') || encode(s.origin, 'escape') || a::text || s::text
                  from identity.account a join identity.session s on s.account_id = a.id where a.id = :account
                """).param("account", mei.id().value()).query(String.class).single())
                .doesNotContain("Lin", mei.mail(), "people.example", "127.0.0.1", browser.cookie("wanqu_session"));
    }

    @Test
    void draws_a_new_secret_at_each_log_in_and_ends_the_one_before() {
        var mei = people.person();
        var browser = people.signedIn(mei);
        var before = browser.cookie("wanqu_session");

        browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD));

        assertThat(browser.cookie("wanqu_session")).isNotEqualTo(before);
        var thief = people.browser();
        thief.setCookie("wanqu_session", before);
        assertThat(thief.get("/api/v1/session").json().path("account").isMissingNode()).isTrue();
    }

    @Test
    void takes_no_secret_that_a_stranger_has_chosen() {
        var mei = people.person();
        var chosen = "wqs_" + "A".repeat(43);
        var browser = people.browser();
        browser.setCookie("wanqu_session", chosen);

        browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD));

        assertThat(browser.cookie("wanqu_session")).isNotEqualTo(chosen);
    }

    @Test
    void takes_an_unknown_cookie_for_none_and_clears_it() {
        var browser = people.browser();
        browser.setCookie("wanqu_session", "wqs_" + "B".repeat(43));

        var answer = browser.get("/api/v1/shop");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(browser.cookie("wanqu_session")).isNull();
    }

    @Test
    void ends_at_log_out() {
        var browser = people.signedIn(people.person());
        var secret = browser.cookie("wanqu_session");

        assertThat(browser.send("DELETE", "/api/v1/session", null).status()).isEqualTo(204);

        assertThat(browser.cookie("wanqu_session")).isNull();
        browser.setCookie("wanqu_session", secret);
        assertThat(browser.get("/api/v1/sessions").code()).isEqualTo("identity.not-signed-in");
    }

    @Test
    void gives_a_program_the_secret_instead_of_a_cookie() {
        var shop = storefront.shop();
        var mei = people.staff(shop.id(), Role.VIEWER);

        var answer = api.post("/api/v1/session", null, "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD),
                "Wanqu-Client", "program");
        var secret = answer.json().path("token").asString();

        assertThat(secret).startsWith("wqs_");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(api.get("/api/v1/shop", secret).json().path("id").asString()).isEqualTo(shop.id().text());
        var browser = people.browser();
        browser.setCookie("wanqu_session", secret);
        assertThat(browser.get("/api/v1/session").json().path("account").isMissingNode()).isTrue();
    }

    @Test
    void lists_where_somebody_is_signed_in_and_ends_what_he_does_not_know() {
        var mei = people.person();
        var here = people.signedIn(mei);
        var there = people.signedIn(mei);
        var stranger = people.signedIn(people.person());

        var list = here.get("/api/v1/sessions").json();
        assertThat(list).hasSize(2);
        var other = list.get(0).path("current").asBoolean() ? list.get(1) : list.get(0);
        assertThat(other.path("agent").asString()).startsWith("Java-http-client");
        var path = "/api/v1/sessions/" + other.path("id").asString();

        assertThat(stranger.send("DELETE", path, null).code()).isEqualTo("identity.unknown-session");
        assertThat(signedIn(there)).isTrue();
        assertThat(here.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(signedIn(there)).isFalse();
        assertThat(here.get("/api/v1/sessions").json()).hasSize(1);
    }

    @Test
    void stops_within_two_seconds_of_its_end_on_another_node() {
        var mei = people.person();
        var browser = people.signedIn(mei);
        assertThat(signedIn(browser)).isTrue();

        jdbc.sql("update identity.session set ended_at = now() where account_id = :account").param("account", mei.id().value()).update();

        OtherNode.isHeardOf(() -> !signedIn(browser));
    }

    @Test
    void ends_when_unused_for_long_and_some_day_in_any_case() {
        var unused = people.person();
        var old = people.person();
        var browsers = List.of(people.signedIn(unused), people.signedIn(old));

        jdbc.sql("update identity.session set seen_at = now() - interval '15 days' where account_id = :account").param("account", unused.id().value()).update();
        jdbc.sql("update identity.session set ends_at = now() where account_id = :account").param("account", old.id().value()).update();

        OtherNode.isHeardOf(() -> browsers.stream().noneMatch(SessionTest::signedIn));
    }

    @Test
    void notes_its_use_every_ten_minutes_and_no_more() {
        var mei = people.person();
        var browser = people.signedIn(mei);
        jdbc.sql("update identity.session set seen_at = now() - interval '9 minutes' where account_id = :account").param("account", mei.id().value()).update();
        assertThat(signedIn(browser)).isTrue();
        assertThat(seenMinutesAgo(mei)).isEqualTo(9);

        jdbc.sql("update identity.session set seen_at = now() - interval '11 minutes' where account_id = :account").param("account", mei.id().value()).update();

        OtherNode.isHeardOf(() -> signedIn(browser) && seenMinutesAgo(mei) == 0);
    }

    @Test
    void asks_for_a_proof_of_just_now_before_what_does_lasting_harm() {
        var shop = storefront.shop();
        var mei = people.staff(shop.id(), Role.OWNER);
        var browser = people.signedIn(mei);
        jdbc.sql("update identity.session set fresh_until = now() where account_id = :account").param("account", mei.id().value()).update();
        var body = "{\"name\":\"till\",\"scopes\":[\"shop:read\"]}";
        OtherNode.isHeardOf(() -> browser.get("/api/v1/session").json().path("freshUntil").isMissingNode());

        assertThat(browser.post("/api/v1/tokens", body).code()).isEqualTo("identity.step-up-needed");
        assertThat(jdbc.sql("select count(*) from identity.token where shop_id = :shop").param("shop", shop.id().value()).query(Long.class).single()).isZero();
        assertThat(browser.post("/api/v1/session/step-up", "{\"password\":\"not hers at all\"}").code()).isEqualTo("identity.wrong-login");
        assertThat(browser.post("/api/v1/tokens", body).code()).isEqualTo("identity.step-up-needed");
        assertThat(browser.post("/api/v1/session/step-up", "{\"password\":\"" + People.PASSWORD + "\"}").status()).isEqualTo(200);
        assertThat(browser.post("/api/v1/tokens", body).status()).isEqualTo(201);
    }

    @Test
    void works_for_the_shop_that_the_request_names() {
        var first = storefront.shop();
        var second = storefront.shop();
        var stranger = storefront.shop();
        var mei = people.staff(first.id(), Role.OWNER);
        jdbc.sql("insert into identity.staff (shop_id, account_id, role) values (:shop, :account, 'viewer')")
                .param("shop", second.id().value()).param("account", mei.id().value()).update();
        var browser = people.signedIn(mei);

        assertThat(browser.get("/api/v1/shop").code()).isEqualTo("identity.shop-not-chosen");
        assertThat(browser.get("/api/v1/shop", "Wanqu-Shop", second.id().text()).json().path("slug").asString()).isEqualTo(second.slug());
        assertThat(browser.send("PUT", "/api/v1/shop", "{\"name\":\"Mine\"}", "Wanqu-Shop", first.id().text()).status()).isEqualTo(200);
        assertThat(browser.send("PUT", "/api/v1/shop", "{\"name\":\"Mine\"}", "Wanqu-Shop", second.id().text()).code()).isEqualTo("kernel.missing-scope");
        for (var other : List.of(stranger.id().text(), "1", "platform", "nonsense", ShopId.PLATFORM.text())) {
            assertThat(browser.get("/api/v1/shop", "Wanqu-Shop", other).code()).isEqualTo("identity.not-staff");
        }
        assertThat(people.signedIn(people.person()).get("/api/v1/shop").code()).isEqualTo("identity.not-staff");
    }

    @Test
    void works_for_the_platform_only_when_the_platform_says_so() {
        var operator = people.signedIn(people.staff(ShopId.PLATFORM, Role.OWNER));
        var owner = people.signedIn(people.staff(storefront.shop().id(), Role.OWNER));

        assertThat(operator.get("/api/v1/session").json().path("operator").asBoolean()).isTrue();
        assertThat(operator.get("/api/v1/audit", "Wanqu-Shop", "platform").status()).isEqualTo(200);
        assertThat(owner.get("/api/v1/audit", "Wanqu-Shop", "platform").code()).isEqualTo("identity.not-staff");
    }

    private static boolean signedIn(Visitor browser) {
        return browser.get("/api/v1/sessions").status() == 200;
    }

    private long sessionsOf(People.Person person) {
        return jdbc.sql("select count(*) from identity.session where account_id = :account").param("account", person.id().value()).query(Long.class).single();
    }

    private long seenMinutesAgo(People.Person person) {
        return jdbc.sql("select floor(extract(epoch from now() - seen_at) / 60)::bigint from identity.session where account_id = :account")
                .param("account", person.id().value()).query(Long.class).single();
    }
}
