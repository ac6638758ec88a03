package io.wanqu.identity.app;

import static io.wanqu.identity.app.Partner.BACK;
import static io.wanqu.identity.app.Partner.FORM;
import static io.wanqu.identity.app.Partner.VERIFIER;
import static io.wanqu.identity.app.Partner.form;
import static io.wanqu.identity.app.Partner.location;
import static io.wanqu.identity.app.Partner.parameter;
import static io.wanqu.identity.app.Partner.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import io.wanqu.identity.staff.Role;
import io.wanqu.testing.Together;

import org.junit.jupiter.api.Test;

class PartnerAttackTest extends PartnerCase {

    @Test
    void redirects_to_no_address_that_was_not_registered() {
        for (var address : new String[] {"https://evil.example/back", BACK + "/more", BACK + "?x=1", "https://partner.example.evil.example/back",
            "javascript:alert(1)", "//evil.example", "http://partner.example/back"}) {
            var answer = browser.bare("GET", partner.query(Map.of("redirect_uri", address)), null);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
        }
    }

    @Test
    void refuses_a_request_without_proof_of_possession_or_with_more_than_was_registered() {
        assertThat(location(browser.bare("GET", partner.query(Map.of("code_challenge", "")), null))).startsWith(BACK).contains("error=invalid_request");
        assertThat(location(browser.bare("GET", partner.query(Map.of("code_challenge_method", "plain")), null))).startsWith(BACK).contains("error=invalid_request");
        assertThat(location(browser.bare("GET", partner.query(Map.of("scope", "money:write")), null))).startsWith(BACK).contains("error=invalid_scope");
        assertThat(browser.bare("GET", partner.query(Map.of("client_id", "app-0")), null).status()).isEqualTo(400);
    }

    @Test
    void takes_no_consent_from_another_site_or_another_person() {
        var page = partner.authorize(Map.of());
        var state = parameter(page, "state");
        var body = form(Map.of("client_id", partner.clientId, "state", state, "scope", "shop:read"));

        assertThat(browser.bare("POST", "/oauth2/authorize", body, with("Origin", "https://evil.example")).status()).isEqualTo(403);
        assertThat(browser.bare("POST", "/oauth2/authorize", body, FORM).status()).isEqualTo(403);
        var lin = people.signedIn(people.staff(storefront.shop().id(), Role.OWNER));
        assertThat(location(lin.bare("POST", "/oauth2/authorize", body, with("Origin", browser.origin())))).doesNotContain("code=");
        assertThat(lin.bare("GET", page.replace(browser.origin(), ""), null).status()).isEqualTo(404);
    }

    @Test
    void gives_tokens_for_a_code_once_and_takes_them_back_when_it_comes_again() throws Exception {
        var code = partner.allow(Map.of());

        var answers = Together.run(20, n -> partner.exchange(code));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer ->
                assertThat(answer.json().path("error").asString()).isEqualTo("invalid_grant"));

        var again = partner.allow(Map.of());
        var access = partner.exchange(again).json().path("access_token").asString();
        assertThat(api.get("/api/v1/shop", access).status()).isEqualTo(200);
        assertThat(partner.exchange(again).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void gives_tokens_to_nobody_who_merely_saw_the_code() {
        var code = partner.allow(Map.of());

        assertThat(partner.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER + "x"), partner.clientSecret)
                .json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(partner.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER), "wqc_wrong").status())
                .isEqualTo(401);
        assertThat(partner.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK), partner.clientSecret).json().path("error").asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void turns_refresh_tokens_over_and_trusts_nobody_when_an_old_one_comes_again() {
        var first = partner.exchange(partner.allow(Map.of())).json();
        var second = partner.refresh(first.path("refresh_token").asString());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("refresh_token").asString()).isNotEqualTo(first.path("refresh_token").asString());
        assertThat(api.get("/api/v1/shop", first.path("access_token").asString()).code()).isIn("identity.unknown-token", "");

        assertThat(partner.refresh(first.path("refresh_token").asString()).json().path("error").asString()).isEqualTo("invalid_grant");

        assertThat(partner.refresh(second.json().path("refresh_token").asString()).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void lets_one_of_many_refresh_with_the_same_token() throws Exception {
        var tokens = partner.exchange(partner.allow(Map.of())).json();

        var statuses = Together.run(20, n -> partner.refresh(tokens.path("refresh_token").asString()).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void takes_no_other_kind_of_token_for_one_of_its_own() {
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(("{\"sub\":\"" + mei.id() + "\",\"scope\":\"shop:read\"}").getBytes(StandardCharsets.UTF_8)) + ".";
        var refresh = partner.exchange(partner.allow(Map.of())).json().path("refresh_token").asString();

        for (var text : new String[] {unsigned, refresh, partner.clientSecret, "wqa_" + "A".repeat(43), String.valueOf(browser.cookie("wanqu_session"))}) {
            assertThat(api.get("/api/v1/shop", text).code()).isEqualTo("identity.unknown-token");
        }
    }

    @Test
    void registers_no_address_that_could_be_turned_against_us() {
        for (var address : new String[] {"http://partner.example", "javascript:alert(1)", "https://a.example/#x", "https://u@a.example", "data:text/html,x", "*"}) {
            assertThat(browser.post("/api/v1/apps", "{\"name\":\"x\",\"redirectUris\":[\"" + address + "\"],\"scopes\":[\"shop:read\"]}").json()
                    .path("field").asString()).as(address).isEqualTo("/redirectUris/0");
        }
    }
}
