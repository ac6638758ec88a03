package io.wanqu.identity.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.IssueToken;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
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
class PartnerAppTest {

    private static final String BACK = "https://partner.example/back";
    private static final String VERIFIER = "a-verifier-of-forty-three-letters-or-more-0123456789";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private IssueToken issueToken;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private Person mei;
    private Visitor browser;
    private String clientId;
    private String clientSecret;

    @BeforeEach
    void register() {
        shop = storefront.shop();
        mei = people.staff(shop.id(), Role.OWNER);
        browser = people.signedIn(mei);
        var operator = issueToken.issue(ShopId.PLATFORM, "operator", Set.of(Scope.values()), null);
        var app = api.post("/api/v1/apps", operator,
                "{\"name\":\"Books & <b>more</b>\",\"redirectUris\":[\"" + BACK + "\"],\"scopes\":[\"shop:read\",\"shop:write\",\"orders:read\"]}").json();
        clientId = app.at("/details/clientId").asString();
        clientSecret = app.path("clientSecret").asString();
    }

    @Test
    void lets_a_program_in_where_its_owner_said_yes() {
        var code = allow(Map.of("scope", "shop:read orders:read"));

        var tokens = exchange(code).json();

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
        var consent = browser.bare("GET", authorize(Map.of()).replace(browser.origin(), ""), null);

        assertThat(consent.text()).contains("Books &amp; &lt;b&gt;more&lt;/b&gt;", "shop:read").doesNotContain("<b>more");
        assertThat(consent.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' https://partner.example");
        assertThat(consent.header("Cache-Control")).contains("no-store");
    }

    @Test
    void sends_a_stranger_to_log_in_and_nowhere_else() {
        var answer = people.browser().bare("GET", query(Map.of()), null);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/console/login");
        assertThat(answer.header("Location")).contains("next=%2Foauth2%2Fauthorize%3F");
    }

    @Test
    void redirects_to_no_address_that_was_not_registered() {
        for (var address : new String[] {"https://evil.example/back", BACK + "/more", BACK + "?x=1", "https://partner.example.evil.example/back",
            "javascript:alert(1)", "//evil.example", "http://partner.example/back"}) {
            var answer = browser.bare("GET", query(Map.of("redirect_uri", address)), null);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
        }
    }

    @Test
    void refuses_a_request_without_proof_of_possession_or_with_more_than_was_registered() {
        assertThat(location(browser.bare("GET", query(Map.of("code_challenge", "")), null))).startsWith(BACK).contains("error=invalid_request");
        assertThat(location(browser.bare("GET", query(Map.of("code_challenge_method", "plain")), null))).startsWith(BACK).contains("error=invalid_request");
        assertThat(location(browser.bare("GET", query(Map.of("scope", "money:write")), null))).startsWith(BACK).contains("error=invalid_scope");
        assertThat(browser.bare("GET", query(Map.of("client_id", "app-0")), null).status()).isEqualTo(400);
    }

    @Test
    void takes_no_consent_from_another_site_or_another_person() {
        var page = authorize(Map.of());
        var state = parameter(page, "state");
        var body = form(Map.of("client_id", clientId, "state", state, "scope", "shop:read"));

        assertThat(browser.bare("POST", "/oauth2/authorize", body, with("Origin", "https://evil.example")).status()).isEqualTo(403);
        assertThat(browser.bare("POST", "/oauth2/authorize", body, FORM).status()).isEqualTo(403);
        var lin = people.signedIn(people.staff(storefront.shop().id(), Role.OWNER));
        assertThat(location(lin.bare("POST", "/oauth2/authorize", body, with("Origin", browser.origin())))).doesNotContain("code=");
        assertThat(lin.bare("GET", page.replace(browser.origin(), ""), null).status()).isEqualTo(404);
    }

    @Test
    void gives_nothing_to_who_was_denied() {
        var state = parameter(authorize(Map.of()), "state");

        var answer = browser.bare("POST", "/oauth2/authorize", form(Map.of("client_id", clientId, "state", state)), with("Origin", browser.origin()));

        assertThat(location(answer)).startsWith(BACK).contains("error=access_denied", "state=theirs");
    }

    @Test
    void gives_tokens_for_a_code_once_and_takes_them_back_when_it_comes_again() throws Exception {
        var code = allow(Map.of());

        var answers = Together.run(20, n -> exchange(code));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer ->
                assertThat(answer.json().path("error").asString()).isEqualTo("invalid_grant"));

        var again = allow(Map.of());
        var access = exchange(again).json().path("access_token").asString();
        assertThat(api.get("/api/v1/shop", access).status()).isEqualTo(200);
        assertThat(exchange(again).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void gives_tokens_to_nobody_who_merely_saw_the_code() {
        var code = allow(Map.of());

        assertThat(token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER + "x"), clientSecret)
                .json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER), "wqc_wrong").status())
                .isEqualTo(401);
        assertThat(token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK), clientSecret).json().path("error").asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void turns_refresh_tokens_over_and_trusts_nobody_when_an_old_one_comes_again() {
        var first = exchange(allow(Map.of())).json();
        var second = refresh(first.path("refresh_token").asString());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("refresh_token").asString()).isNotEqualTo(first.path("refresh_token").asString());
        assertThat(api.get("/api/v1/shop", first.path("access_token").asString()).code()).isIn("identity.unknown-token", "");

        assertThat(refresh(first.path("refresh_token").asString()).json().path("error").asString()).isEqualTo("invalid_grant");

        assertThat(refresh(second.json().path("refresh_token").asString()).json().path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void lets_one_of_many_refresh_with_the_same_token() throws Exception {
        var tokens = exchange(allow(Map.of())).json();

        var statuses = Together.run(20, n -> refresh(tokens.path("refresh_token").asString()).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void ends_with_its_givers_place_and_never_does_more_than_he_may() {
        var access = exchange(allow(Map.of("scope", "shop:read shop:write"))).json().path("access_token").asString();
        assertThat(api.send("PUT", "/api/v1/shop", access, "{\"name\":\"Mei\"}").status()).isEqualTo(200);

        jdbc.sql("update identity.staff set role = 'viewer' where account_id = :account").param("account", mei.id().value()).update();
        await().atMost(Duration.ofMillis(2_500)).until(() -> api.send("PUT", "/api/v1/shop", access, "{\"name\":\"Mei\"}").status() == 403);

        jdbc.sql("delete from identity.staff where account_id = :account").param("account", mei.id().value()).update();
        await().atMost(Duration.ofMillis(2_500)).until(() -> api.get("/api/v1/shop", access).status() == 401);
    }

    @Test
    void is_thrown_out_by_its_giver_or_by_itself() {
        var access = exchange(allow(Map.of())).json().path("access_token").asString();
        var list = browser.get("/api/v1/account/apps").json();
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("shop").asString()).isEqualTo(shop.id().text());
        var path = "/api/v1/account/apps/" + list.get(0).path("id").asString();
        assertThat(people.signedIn(people.person()).send("DELETE", path, null).status()).isEqualTo(404);

        assertThat(browser.send("DELETE", path, null).status()).isEqualTo(204);

        assertThat(api.get("/api/v1/shop", access).code()).isEqualTo("identity.unknown-token");
        var tokens = exchange(allow(Map.of())).json();
        api.send("POST", "/oauth2/revoke", null, form(Map.of("token", tokens.path("refresh_token").asString())), basic(clientSecret));
        await().atMost(Duration.ofMillis(2_500)).until(() -> refresh(tokens.path("refresh_token").asString()).status() == 400);
    }

    @Test
    void asks_for_one_shop_among_several_and_for_none_of_others() {
        var second = storefront.shop();
        jdbc.sql("insert into identity.staff (shop_id, account_id, role) values (:shop, :account, 'owner')")
                .param("shop", second.id().value()).param("account", mei.id().value()).update();
        await().atMost(Duration.ofMillis(2_500)).until(() -> browser.get("/api/v1/session").json().path("shops").size() == 2);

        assertThat(browser.bare("GET", query(Map.of()), null).text()).contains("Choose a shop", "shop=" + second.id().text());
        assertThat(browser.bare("GET", query(Map.of("shop", storefront.shop().id().text())), null).status()).isEqualTo(403);
        var access = exchange(allow(Map.of("shop", second.id().text()))).json().path("access_token").asString();
        assertThat(api.get("/api/v1/shop", access).json().path("slug").asString()).isEqualTo(second.slug());
    }

    @Test
    void lets_a_shops_own_program_speak_for_itself_and_no_partners() {
        var own = browser.post("/api/v1/apps", "{\"name\":\"Stock sync\",\"scopes\":[\"shop:read\"]}").json();
        var answer = api.send("POST", "/oauth2/token", null, form(Map.of("grant_type", "client_credentials", "scope", "shop:read")),
                basic(own.at("/details/clientId").asString(), own.path("clientSecret").asString()));
        assertThat(api.get("/api/v1/shop", answer.json().path("access_token").asString()).json().path("slug").asString()).isEqualTo(shop.slug());

        assertThat(token(Map.of("grant_type", "client_credentials", "scope", "shop:read"), clientSecret).json().path("error").asString())
                .isEqualTo("unauthorized_client");
        assertThat(browser.send("DELETE", "/api/v1/apps/" + own.at("/details/id").asString(), null).status()).isEqualTo(204);
        await().atMost(Duration.ofMillis(2_500)).until(() -> api.get("/api/v1/shop", answer.json().path("access_token").asString()).status() == 401);
    }

    @Test
    void takes_no_other_kind_of_token_for_one_of_its_own() {
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(("{\"sub\":\"" + mei.id() + "\",\"scope\":\"shop:read\"}").getBytes(StandardCharsets.UTF_8)) + ".";
        var refresh = exchange(allow(Map.of())).json().path("refresh_token").asString();

        for (var text : new String[] {unsigned, refresh, clientSecret, "wqa_" + "A".repeat(43), String.valueOf(browser.cookie("wanqu_session"))}) {
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

    /** Goes through the pages and says yes; the answer is the code. */
    private String allow(Map<String, String> differing) {
        var page = authorize(differing);
        var scopes = Arrays.stream(parameter(page, "scope").split(" ")).map(scope -> "&scope=" + encoded(scope)).collect(Collectors.joining());
        var answer = browser.bare("POST", "/oauth2/authorize", form(Map.of("client_id", clientId, "state", parameter(page, "state"))) + scopes,
                with("Origin", browser.origin()));
        assertThat(location(answer)).startsWith(BACK + "?code=").contains("state=theirs");
        return parameter(location(answer), "code");
    }

    private String authorize(Map<String, String> differing) {
        var answer = browser.bare("GET", query(differing), null);
        assertThat(location(answer)).as(answer.text()).contains("/oauth2/consent?");
        return location(answer);
    }

    private String query(Map<String, String> differing) {
        var parameters = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", clientId, "redirect_uri", BACK, "scope", "shop:read",
                "state", "theirs", "code_challenge", challenge(), "code_challenge_method", "S256"));
        parameters.putAll(differing);
        parameters.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + form(parameters);
    }

    private Api.Answer exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER), clientSecret);
    }

    private Api.Answer refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token), clientSecret);
    }

    private Api.Answer token(Map<String, String> form, String secret) {
        return api.send("POST", "/oauth2/token", null, form(form), basic(secret));
    }

    private String[] basic(String secret) {
        return basic(clientId, secret);
    }

    private static String[] basic(String client, String secret) {
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] with(String name, String value) {
        return new String[] {FORM[0], FORM[1], name, value};
    }

    private static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Grants.hash(VERIFIER));
    }

    private static String location(Api.Answer answer) {
        return answer.header("Location");
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&")).filter(pair -> pair.startsWith(name + "=")).findFirst()
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
