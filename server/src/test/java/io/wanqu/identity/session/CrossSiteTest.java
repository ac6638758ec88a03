package io.wanqu.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.identity.staff.Role;
import io.wanqu.shop.Shop;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class CrossSiteTest {

    private static final String RENAME = "{\"name\":\"Taken over\"}";

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private Visitor browser;

    @BeforeEach
    void sign_in() {
        shop = storefront.shop();
        browser = people.signedIn(people.staff(shop.id(), Role.OWNER));
    }

    @Test
    void takes_what_a_page_of_ours_sends() {
        assertThat(browser.bare("PUT", "/api/v1/shop", RENAME, "Wanqu-Client", "web", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
        assertThat(browser.bare("PUT", "/api/v1/shop", RENAME, "Wanqu-Client", "web", "Origin", browser.origin()).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_change_without_the_header_or_from_elsewhere() {
        refuses("Origin", browser.origin());
        refuses("Sec-Fetch-Site", "same-origin");
        refuses("Wanqu-Client", "web");
        refuses("Wanqu-Client", "web", "Origin", "https://evil.example");
        refuses("Wanqu-Client", "web", "Origin", "null");
        refuses("Wanqu-Client", "web", "Origin", browser.origin() + ".evil.example");
        refuses("Wanqu-Client", "web", "Origin", browser.origin(), "Sec-Fetch-Site", "cross-site");
        refuses("Wanqu-Client", "web", "Origin", browser.origin(), "Sec-Fetch-Site", "same-site");
        refuses("Wanqu-Client", "web", "Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin");
        refuses("Wanqu-Client", "program", "Origin", "https://evil.example");
    }

    @Test
    void lets_the_cookie_read_from_anywhere_because_reading_changes_nothing() {
        assertThat(browser.bare("GET", "/api/v1/shop", null).status()).isEqualTo(200);
    }

    @Test
    void signs_nobody_in_from_another_site() {
        var mei = people.person();
        var visitor = people.browser();

        var answer = visitor.bare("POST", "/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD),
                "Origin", "https://evil.example", "Wanqu-Client", "web");

        assertThat(answer.code()).isEqualTo("identity.cross-site");
        assertThat(visitor.cookie("wanqu_session")).isNull();
    }

    private void refuses(String... headers) {
        var answer = browser.bare("PUT", "/api/v1/shop", RENAME, headers);

        assertThat(answer.status()).as(String.join(" ", headers)).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("identity.cross-site");
        assertThat(jdbc.sql("select name from shop.shop where shop_id = :shop").param("shop", shop.id().value()).query(String.class).single())
                .isEqualTo("Mei's games");
    }
}
