package io.wanqu.identity.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

import io.wanqu.simulators.Simulators;
import io.wanqu.testing.Api;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.json.JsonMapper;

@WanquTest
class MiniProgramTest {

    private static final Simulators SIMULATORS = Simulators.start(0, Clock.systemUTC());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void programs(DynamicPropertyRegistry registry) {
        program(registry, "shop", "QUERY", "/mini/wechat/sns/jscode2session");
        program(registry, "club", "QUERY", "/mini/wechat/sns/jscode2session");
        program(registry, "video", "BODY", "/mini/douyin/api/apps/v2/jscode2session");
    }

    private static void program(DynamicPropertyRegistry registry, String name, String dialect, String path) {
        var at = "wanqu.mini.programs." + name + ".";
        registry.add(at + "dialect", () -> dialect);
        registry.add(at + "endpoint", () -> SIMULATORS.address() + path);
        registry.add(at + "app-id", () -> "app-" + name);
        registry.add(at + "secret", () -> "mini-secret");
        registry.add(at + "family", () -> dialect.equals("QUERY") ? "ours" : "");
    }

    @AfterAll
    static void stop() {
        SIMULATORS.close();
    }

    @Test
    void signs_somebody_in_and_knows_him_again() throws Exception {
        var first = logIn("shop", tap("shop", "lin-again", ""));
        var again = logIn("shop", tap("shop", "lin-again", ""));
        var other = logIn("shop", tap("shop", "wei", ""));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("token").asString()).startsWith("wqs_");
        assertThat(account(again)).isEqualTo(account(first)).isNotEqualTo(account(other));
        assertThat(api.get("/api/v1/sessions", again.json().path("token").asString()).json()).hasSize(2);
    }

    @Test
    void speaks_to_the_other_platform_as_well() throws Exception {
        var first = logIn("video", tap("video", "lin", ""));

        assertThat(account(logIn("video", tap("video", "lin", "")))).isEqualTo(account(first)).isNotEmpty();
    }

    @Test
    void knows_somebody_in_all_programs_of_one_company_and_in_no_others() throws Exception {
        var shop = account(logIn("shop", tap("shop", "yun", "yun")));

        assertThat(account(logIn("club", tap("club", "yun-elsewhere", "yun")))).isEqualTo(shop);
        assertThat(account(logIn("video", tap("video", "yun", "yun")))).isNotEqualTo(shop);
    }

    @Test
    void tells_and_keeps_nothing_of_what_the_platform_says_of_a_person() throws Exception {
        var answer = logIn("shop", tap("shop", "secretive", "union-of-secretive"));

        assertThat(answer.text()).doesNotContain("session_key", "c2Vzc2lvbi1rZXkt", "openid", "secretive");
        assertThat(jdbc.sql("select string_agg(p::text || encode(p.openid, 'escape'), ' ') from identity.program_person p").query(String.class).single())
                .doesNotContain("secretive", "c2Vzc2lvbi1rZXkt");
    }

    @Test
    void takes_a_code_once_and_none_of_another_program() throws Exception {
        var code = tap("shop", "lin", "");
        assertThat(logIn("club", code).code()).isEqualTo("identity.wrong-program-code");
        var fresh = tap("shop", "lin", "");

        var statuses = Together.run(20, n -> logIn("shop", fresh).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(logIn("shop", "made-up").code()).isEqualTo("identity.wrong-program-code");
        assertThat(logIn("nobodys", "made-up").code()).isEqualTo("identity.unknown-program");
    }

    @Test
    void makes_one_account_for_somebody_who_comes_twice_at_once() throws Exception {
        var codes = new String[] {tap("shop", "twin", ""), tap("shop", "twin", ""), tap("shop", "twin", ""), tap("shop", "twin", "")};

        var accounts = Together.run(4, n -> account(logIn("shop", codes[n])));

        assertThat(accounts).containsOnly(accounts.getFirst());
    }

    @Test
    void says_when_the_platform_does_not_answer() throws Exception {
        control("/outage", "{\"times\":1}");

        var answer = logIn("shop", "any");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("identity.platform-silent");
    }

    private Api.Answer logIn(String program, String code) {
        return api.post("/api/v1/session/program", null, "{\"program\":\"%s\",\"code\":\"%s\"}".formatted(program, code), "Wanqu-Client", "program");
    }

    private static String account(Api.Answer answer) {
        return answer.json().at("/account/id").asString("");
    }

    private static String tap(String app, String person, String union) throws Exception {
        return new JsonMapper().readTree(control("/tap", "{\"app\":\"app-%s\",\"person\":\"%s\",\"union\":\"%s\"}".formatted(app, person, union)))
                .path("code").asString();
    }

    private static String control(String path, String json) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(SIMULATORS.address() + "/control/mini" + path)).POST(BodyPublishers.ofString(json)).build(),
                BodyHandlers.ofString()).body();
    }
}
