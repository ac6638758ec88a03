package io.wanqu.identity.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Api;
import io.wanqu.testing.Visitor;

/** A partner's program, and somebody's browser through which it asks to be let in. */
final class Partner {

    static final String BACK = "https://partner.example/back";
    static final String VERIFIER = "a-verifier-of-forty-three-letters-or-more-0123456789";
    static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    final String clientId;
    final String clientSecret;
    private final Api api;
    private final Visitor browser;

    Partner(Api api, IssueToken issueToken, Visitor browser) {
        this.api = api;
        this.browser = browser;
        var operator = issueToken.issue(ShopId.PLATFORM, "operator", Set.of(Scope.values()), null);
        var app = api.post("/api/v1/apps", operator,
                "{\"name\":\"Books & <b>more</b>\",\"redirectUris\":[\"" + BACK + "\"],\"scopes\":[\"shop:read\",\"shop:write\",\"orders:read\"]}").json();
        this.clientId = app.at("/details/clientId").asString();
        this.clientSecret = app.path("clientSecret").asString();
    }

    /** Goes through the pages and says yes; the answer is the code. */
    String allow(Map<String, String> differing) {
        var page = authorize(differing);
        var scopes = Arrays.stream(parameter(page, "scope").split(" ")).map(scope -> "&scope=" + encoded(scope)).collect(Collectors.joining());
        var answer = browser.bare("POST", "/oauth2/authorize", form(Map.of("client_id", clientId, "state", parameter(page, "state"))) + scopes,
                with("Origin", browser.origin()));
        assertThat(location(answer)).startsWith(BACK + "?code=").contains("state=theirs");
        return parameter(location(answer), "code");
    }

    String authorize(Map<String, String> differing) {
        var answer = browser.bare("GET", query(differing), null);
        assertThat(location(answer)).as(answer.text()).contains("/oauth2/consent?");
        return location(answer);
    }

    String query(Map<String, String> differing) {
        var parameters = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", clientId, "redirect_uri", BACK, "scope", "shop:read",
                "state", "theirs", "code_challenge", challenge(), "code_challenge_method", "S256"));
        parameters.putAll(differing);
        parameters.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + form(parameters);
    }

    Api.Answer exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER), clientSecret);
    }

    Api.Answer refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token), clientSecret);
    }

    Api.Answer token(Map<String, String> form, String secret) {
        return api.send("POST", "/oauth2/token", null, form(form), basic(secret));
    }

    String[] basic(String secret) {
        return basic(clientId, secret);
    }

    static String[] basic(String client, String secret) {
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    static String[] with(String name, String value) {
        return new String[] {FORM[0], FORM[1], name, value};
    }

    static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Grants.hash(VERIFIER));
    }

    static String location(Api.Answer answer) {
        return answer.header("Location");
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&")).filter(pair -> pair.startsWith(name + "=")).findFirst()
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).orElse("");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
