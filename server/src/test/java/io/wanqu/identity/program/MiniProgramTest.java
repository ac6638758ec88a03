package io.wanqu.identity.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;

import io.wanqu.customer.Sign;
import io.wanqu.customer.Sign.Kind;
import io.wanqu.customer.graph.Crowd;
import io.wanqu.customer.graph.LinkCustomers;
import io.wanqu.identity.ProgramProved;
import io.wanqu.identity.ProgramProved.Known;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.simulators.Simulators;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
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

    @Autowired
    private Market market;

    @Autowired
    private Crowd crowd;

    @Autowired
    private LinkCustomers linkCustomers;

    @Autowired
    private ProgramProved programProved;

    @Autowired
    private Audit audit;

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
    void tells_a_phone_once_under_which_number_it_pays_and_signs_nobody_in() throws Exception {
        var code = tap("shop", "payer", "payer");

        var told = payer("shop", code);

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.text()).isEqualTo("{\"payerId\":\"o-app-shop-payer\"}");
        assertThat(payer("shop", code).code()).isEqualTo("identity.wrong-program-code");
        assertThat(payer("club", tap("shop", "payer", "payer")).code()).isEqualTo("identity.wrong-program-code");
        assertThat(payer("nobodys", "made-up").code()).isEqualTo("identity.unknown-program");
        assertThat(payer("video", tap("video", "payer", "")).json().path("payerId").asString()).isEqualTo("o-app-video-payer");
        var accounts = accounts();
        logIn("shop", tap("shop", "payer", "payer"));
        assertThat(accounts()).as("only the log-in knows him from now on").isEqualTo(accounts + 1);
    }

    private int accounts() {
        return jdbc.sql("select count(*) from identity.program_person").query(Integer.class).single();
    }

    private Api.Answer payer(String program, String code) {
        return api.post("/api/v1/program-payers", null, "{\"program\":\"%s\",\"code\":\"%s\"}".formatted(program, code), "Wanqu-Client", "program");
    }

    @Test
    void makes_one_account_for_somebody_who_comes_twice_at_once() throws Exception {
        var codes = new String[] {tap("shop", "twin", ""), tap("shop", "twin", ""), tap("shop", "twin", ""), tap("shop", "twin", "")};

        var accounts = Together.run(4, n -> account(logIn("shop", codes[n])));

        assertThat(accounts).containsOnly(accounts.getFirst());
    }

    @Test
    void whoever_signs_in_is_one_person_with_what_a_marketplace_knows_of_him_until_staff_parts_them() throws Exception {
        var stall = market.stall(3);
        var shop = stall.shop().id();
        var there = crowd.buys(shop, Sign.of(Kind.UNIONID, "u-mei-" + shop), Crowd.name("mei-" + shop));
        var mei = logIn("shop", tap("shop", "mei-" + shop, "mei-" + shop)).json().path("token").asString();
        assertThat(orders(mei)).as("proved by the platform, so his at once").isEqualTo(1);

        var here = order(stall, mei);

        await().atMost(60, SECONDS).until(() -> here.equals(seen(shop)));
        assertThat(crowd.persons(shop).get(here)).isEqualTo(crowd.persons(shop).get(there));
        assertThat(orders(mei)).isEqualTo(2);
        assertThat(kinds(shop)).containsExactlyInAnyOrder("buyer_open_uid", "login", "openid", "unionid");

        var before = crowd.persons(shop).get(there);
        jdbc.sql("select link_id from customer.link where shop_id = :shop and undone_at is null").param("shop", shop.value()).query(Long.class).list()
                .forEach(link -> assertThat(linkCustomers.unlink(shop, link, "lin")).isPresent());
        assertThat(crowd.partition(shop)).allSatisfy((customer, person) -> assertThat(person).isEqualTo(customer)).hasSize(5);
        var again = order(stall, mei);
        await().atMost(60, SECONDS).until(() -> again.equals(seen(shop)));
        assertThat(crowd.persons(shop).get(there)).as("no order joins what staff parted").isEqualTo(before).isNotEqualTo(crowd.persons(shop).get(again));
        assertThat(crowd.partition(shop).values()).doesNotHaveDuplicates();
        assertThat(audit.of(shop).clean()).isTrue();
    }

    @Test
    void whoever_bought_signed_in_before_is_found_again_by_what_a_program_tells() throws Exception {
        var stall = market.stall(3);
        var shop = stall.shop().id();
        var first = logIn("club", tap("club", "hua-" + shop, "hua-" + shop)).json().path("token").asString();
        var here = order(stall, first);
        await().atMost(60, SECONDS).until(() -> here.equals(seen(shop)));

        var there = crowd.buys(shop, Sign.of(Kind.UNIONID, "u-hua-" + shop));
        var other = crowd.buys(shop, Sign.of(Kind.UNIONID, "u-other-" + shop));
        logIn("shop", tap("shop", "hua-" + shop, "hua-" + shop));

        assertThat(crowd.persons(shop).get(there)).isEqualTo(crowd.persons(shop).get(here)).isNotEqualTo(crowd.persons(shop).get(other));
        assertThat(orders(first)).isEqualTo(2);
    }

    @Test
    void what_the_platform_says_joins_the_log_in_of_a_shop_at_once() throws Exception {
        var stall = market.stall(3);
        var shop = stall.shop().id();
        var token = logIn("video", tap("video", "bo-" + shop, "bo-" + shop)).json().path("token").asString();
        var here = order(stall, token);
        await().atMost(60, SECONDS).until(() -> here.equals(seen(shop)));
        var there = crowd.buys(shop, Sign.of(Kind.UNIONID, "u-bo-" + shop));
        assertThat(crowd.persons(shop).get(there)).as("the operator named no company for this program").isNotEqualTo(crowd.persons(shop).get(here));
        var account = new AccountId(Long.parseLong(api.get("/api/v1/session", token).json().at("/account/id").asString()));

        programProved.proved(account, new Known("app-video", "o-app-video-bo-" + shop, "u-bo-" + shop));
        programProved.proved(account, new Known("app-video", "o-app-video-bo-" + shop, "u-bo-" + shop));

        assertThat(crowd.persons(shop).get(there)).isEqualTo(crowd.persons(shop).get(here));
        assertThat(jdbc.sql("select rule from customer.link where shop_id = :shop order by link_id desc limit 1").param("shop", shop.value())
                .query(String.class).single()).isEqualTo("account");
        assertThat(jdbc.sql("select string_agg(p::text || encode(sealed, 'escape'), ' ') from customer.proof p where sign_id is not null")
                .query(String.class).single()).doesNotContain("u-bo-");
    }

    private OrderId order(Stall stall, String token) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", token, """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"+8613800138000","password":"night-owl","rail":"sandbox"}""".formatted(stall.sku()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new OrderId(Long.parseLong(answer.json().path("number").asString()));
    }

    /** The last order that ended with a log-in. */
    private OrderId seen(ShopId shop) {
        return jdbc.sql("""
                select order_id
                  from customer.sale
                  join customer.evidence using (shop_id, customer_id)
                 where shop_id = :shop and kind = 'login'
                 order by order_id desc
                 limit 1
                """)
            .param("shop", shop.value())
            .query((row, n) -> new OrderId(row.getLong("order_id")))
            .optional()
            .orElse(null);
    }

    private List<String> kinds(ShopId shop) {
        return jdbc.sql("select distinct kind from customer.evidence where shop_id = :shop and kind not like 'phone%'").param("shop", shop.value())
                .query(String.class).list();
    }

    private int orders(String token) {
        return api.get("/api/v1/me/customers", token).json().valueStream().mapToInt(it -> it.path("orders").asInt()).sum();
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
