package io.wanqu.identity.app;

import static io.wanqu.identity.app.Partner.BACK;
import static io.wanqu.identity.app.Partner.form;
import static io.wanqu.identity.app.Partner.location;
import static io.wanqu.identity.app.Partner.parameter;
import static io.wanqu.identity.app.Partner.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.wanqu.testing.OtherNode;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartnerAppTest extends PartnerCase {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private GrantTable table;

    @Autowired
    private Clock clock;

    @Autowired
    private ServletWebServerApplicationContext servlets;

    @Test
    void lets_a_program_in_where_its_owner_said_yes() {
        var code = partner.allow(Map.of("scope", "shop:read orders:read"));

        var tokens = partner.exchange(code).json();

        assertThat(tokens.path("access_token").asString()).matches("wqa_[A-Za-z0-9_-]{43}");
        assertThat(tokens.path("refresh_token").asString()).startsWith("wqr_");
        assertThat(tokens.path("expires_in").asLong()).isBetween(3_500L, 3_600L);
        var access = tokens.path("access_token").asString();
        assertThat(api.get("/api/v1/shop", access).json().path("slug").asString()).isEqualTo(shop.slug());
        assertThat(api.send("PUT", "/api/v1/shop", access, "{\"name\":\"x\"}").code()).isEqualTo("kernel.missing-scope");
        assertThat(jdbc.sql("select count(*) from identity.app_grant g where g::text like '%' || :token || '%'")
                .param("token", access.substring(4)).query(Long.class).single()).isZero();
    }

    @Test
    void asks_on_a_page_that_nobody_can_frame_or_fill_with_script() {
        var consent = browser.bare("GET", partner.authorize(Map.of()).replace(browser.origin(), ""), null);

        assertThat(consent.text()).contains("Books &amp; &lt;b&gt;more&lt;/b&gt;", "shop:read").doesNotContain("<b>more");
        assertThat(consent.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' https://partner.example");
        assertThat(consent.header("Cache-Control")).contains("no-store");
    }

    @Test
    void sends_a_stranger_to_log_in_and_nowhere_else() {
        var answer = people.browser().bare("GET", partner.query(Map.of()), null);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/console/login");
        assertThat(answer.header("Location")).contains("next=%2Foauth2%2Fauthorize%3F");
    }

    @Test
    void gives_nothing_to_who_was_denied() {
        var state = parameter(partner.authorize(Map.of()), "state");

        var answer = browser.bare("POST", "/oauth2/authorize", form(Map.of("client_id", partner.clientId, "state", state)), with("Origin", browser.origin()));

        assertThat(location(answer)).startsWith(BACK).contains("error=access_denied", "state=theirs");
    }

    @Test
    void ends_with_its_givers_place_and_never_does_more_than_he_may() {
        var access = partner.exchange(partner.allow(Map.of("scope", "shop:read shop:write"))).json().path("access_token").asString();
        assertThat(api.send("PUT", "/api/v1/shop", access, "{\"name\":\"Mei\"}").status()).isEqualTo(200);

        jdbc.sql("update identity.staff set role = 'viewer' where account_id = :account").param("account", mei.id().value()).update();
        OtherNode.isHeardOf(() -> api.send("PUT", "/api/v1/shop", access, "{\"name\":\"Mei\"}").status() == 403);

        jdbc.sql("delete from identity.staff where account_id = :account").param("account", mei.id().value()).update();
        OtherNode.isHeardOf(() -> api.get("/api/v1/shop", access).status() == 401);
    }

    @Test
    void is_thrown_out_by_its_giver_or_by_itself() {
        var access = partner.exchange(partner.allow(Map.of())).json().path("access_token").asString();
        var list = browser.get("/api/v1/account/apps").json();
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("shop").asString()).isEqualTo(shop.id().text());
        var path = "/api/v1/account/apps/" + list.get(0).path("id").asString();
        assertThat(people.signedIn(people.person()).send("DELETE", path, null).status()).isEqualTo(404);

        assertThat(browser.send("DELETE", path, null).status()).isEqualTo(204);

        assertThat(api.get("/api/v1/shop", access).code()).isEqualTo("identity.unknown-token");
        var tokens = partner.exchange(partner.allow(Map.of())).json();
        api.send("POST", "/oauth2/revoke", null, form(Map.of("token", tokens.path("refresh_token").asString())), partner.basic(partner.clientSecret));
        OtherNode.isHeardOf(() -> partner.refresh(tokens.path("refresh_token").asString()).status() == 400);
    }

    @Test
    void asks_for_one_shop_among_several_and_for_none_of_others() {
        var second = storefront.shop();
        jdbc.sql("insert into identity.staff (shop_id, account_id, role) values (:shop, :account, 'owner')")
                .param("shop", second.id().value()).param("account", mei.id().value()).update();
        OtherNode.isHeardOf(() -> browser.get("/api/v1/session").json().path("shops").size() == 2);

        assertThat(browser.bare("GET", partner.query(Map.of()), null).text()).contains("Choose a shop", "shop=" + second.id().text());
        assertThat(browser.bare("GET", partner.query(Map.of("shop", storefront.shop().id().text())), null).status()).isEqualTo(403);
        var access = partner.exchange(partner.allow(Map.of("shop", second.id().text()))).json().path("access_token").asString();
        assertThat(api.get("/api/v1/shop", access).json().path("slug").asString()).isEqualTo(second.slug());
    }

    @Test
    void lets_a_shops_own_program_speak_for_itself_and_no_partners() {
        var own = browser.post("/api/v1/apps", "{\"name\":\"Stock sync\",\"scopes\":[\"shop:read\"]}").json();
        var answer = api.send("POST", "/oauth2/token", null, form(Map.of("grant_type", "client_credentials", "scope", "shop:read")),
                Partner.basic(own.at("/details/clientId").asString(), own.path("clientSecret").asString()));
        assertThat(api.get("/api/v1/shop", answer.json().path("access_token").asString()).json().path("slug").asString()).isEqualTo(shop.slug());

        assertThat(partner.token(Map.of("grant_type", "client_credentials", "scope", "shop:read"), partner.clientSecret).json().path("error").asString())
                .isEqualTo("unauthorized_client");
        assertThat(browser.send("DELETE", "/api/v1/apps/" + own.at("/details/id").asString(), null).status()).isEqualTo(204);
        OtherNode.isHeardOf(() -> api.get("/api/v1/shop", answer.json().path("access_token").asString()).status() == 401);
    }

    @Test
    void is_asked_anew_after_a_year_however_often_it_was_renewed() {
        var tokens = partner.exchange(partner.allow(Map.of())).json();
        jdbc.sql("update identity.app_grant set created_at = created_at - interval '366 days' where shop_id = :shop").param("shop", shop.id().value()).update();
        var renewed = partner.refresh(tokens.path("refresh_token").asString());
        assertThat(renewed.status()).isEqualTo(200);

        table.forget(clock.instant().minus(Duration.ofDays(7)), clock.instant().minus(Duration.ofDays(365)));

        assertThat(partner.refresh(renewed.json().path("refresh_token").asString()).json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(browser.get("/api/v1/account/apps").json()).isEmpty();
    }

    @Test
    void stands_before_its_own_paths_and_no_others() {
        var ofLibrary = servlets.getServletContext().getFilterRegistrations().values().stream()
                .filter(filter -> filter.getClassName().startsWith("org.springframework.security")).toList();

        assertThat(ofLibrary).hasSize(1);
        assertThat(ofLibrary.getFirst().getUrlPatternMappings()).containsExactly("/oauth2/*");
        assertThat(servlets.getServletContext().getFilterRegistrations().values()).noneMatch(filter -> filter.getClassName().contains("AppDoor"));
    }

    @Test
    void tells_the_owner_whom_he_has_let_in() {
        partner.allow(Map.of());

        assertThat(browser.get("/api/v1/account/alerts").json().at("/items/0/what").asString()).isEqualTo("app-allowed");
    }
}
