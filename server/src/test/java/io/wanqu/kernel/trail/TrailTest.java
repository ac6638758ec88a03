package io.wanqu.kernel.trail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.kernel.trail.TrailQueries.Entry;
import io.wanqu.kernel.trail.TrailQueries.Search;
import io.wanqu.settlement.Purse;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class TrailTest {

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Trail trail;
    @Autowired
    private TrailQueries queries;
    @Autowired
    private SealTrail seal;
    @Autowired
    private ProveTrail prove;
    @Autowired
    private ShopScope scope;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;

    @BeforeEach
    void aShop() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
    }

    @Test
    void a_change_of_a_product_says_who_from_where_and_what_was_before() {
        var product = storefront.product(shop, "Rare game");

        var changed = api.send("PUT", "/api/v1/products/" + product, token, "{\"title\":\"Rarer game\",\"description\":\"One key each.\",\"state\":\"ON\"}");

        assertThat(changed.status()).isEqualTo(200);
        var entry = entries().getFirst();
        assertThat(entry).extracting(Entry::action, Entry::subject, Entry::route, Entry::outcome, Entry::before, Entry::after)
                .containsExactly("product.changed", "product:" + product, "PUT /api/v1/products/{product}", "done",
                        "{\"title\":\"Rare game\"}", "{\"title\":\"Rarer game\"}");
        assertThat(entry.actor()).startsWith("token:");
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.request()).isEqualTo(changed.header("X-Request-Id"));
        assertThat(entry.idempotency()).hasSize(16);
    }

    @Test
    void a_deed_stands_there_once_whichever_way_it_was_written_down() {
        var before = entries().size();

        api.post("/api/v1/products", token, "{\"title\":\"x\",\"description\":\"\",\"state\":\"OFF\"}");
        api.send("PUT", "/api/v1/shop/closure", token, null);
        api.post("/api/v1/pools", token, "{\"name\":\"games\",\"daily\":false}");

        assertThat(entries().subList(0, entries().size() - before)).extracting(Entry::action)
                .containsExactly("POST /api/v1/pools", "shop.changed", "product.added");
    }

    @Test
    void a_refusal_stands_there_too_with_its_code() {
        var poor = api.tokenWithout(shop, Scope.CATALOG_WRITE);

        api.post("/api/v1/products", poor, "{\"title\":\"x\",\"description\":\"\",\"state\":\"OFF\"}");

        assertThat(entries().getFirst()).extracting(Entry::action, Entry::outcome).containsExactly("POST /api/v1/products", "kernel.missing-scope");
    }

    @Test
    void what_the_platforms_people_do_to_a_shop_stands_in_the_shops_trail() {
        var answer = api.send("PUT", "/api/v1/operator/shops/" + shop.id() + "/cases/735291847261847562/verdict", purse.operator(),
                "{\"of\":\"shop\",\"reason\":\"because\"}");

        assertThat(answer.code()).isEqualTo("aftersale.unknown-case");
        assertThat(entries().getFirst()).extracting(Entry::subject, Entry::outcome).containsExactly("id:735291847261847562", "aftersale.unknown-case");
    }

    @Test
    void what_buyers_do_adds_no_entry_and_no_statement() {
        var stall = market.stall(5);
        var entries = count();

        api.post("/api/v1/shops/" + stall.shop().slug() + "/quotes", null, "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(stall.sku()));
        order(stall);

        assertThat(count()).isEqualTo(entries);
    }

    @Test
    void neither_the_deed_nor_its_entry_happens_alone() {
        var before = entries().size();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> transaction.executeWithoutResult(status -> {
            trail.note(Note.of(shop.id(), "thing.done", "thing", 1));
            throw new IllegalStateException("the deed fails");
        }));

        assertThat(entries()).hasSize(before);
    }

    @Test
    void is_searched_by_actor_action_and_subject_page_by_page() {
        var product = storefront.product(shop, "Rare game");
        IntStream.range(0, 3).forEach(n -> api.send("PUT", "/api/v1/products/" + product, token,
                "{\"title\":\"Game %d\",\"description\":\"\",\"state\":\"ON\"}".formatted(n)));

        var first = api.get("/api/v1/trail?subject=product:" + product + "&action=product.ch&limit=2", token).json();
        var rest = api.get("/api/v1/trail?subject=product:" + product + "&action=product.ch&limit=2&after=" + first.path("next").asString(), token).json();
        var actor = first.at("/items/0/actor").asString();

        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(api.get("/api/v1/trail?actor=" + actor, token).json().path("items").size()).isEqualTo(3);
        assertThat(api.get("/api/v1/trail?actor=token:1", token).json().path("items").size()).isZero();
        assertThat(api.get("/api/v1/operator/trail?shop=" + shop.id() + "&actor=" + actor, purse.operator()).json().path("items").size()).isEqualTo(3);
    }

    @Test
    void is_read_only_by_those_who_may() {
        var poor = api.tokenWithout(shop, Scope.AUDIT_READ);

        assertThat(api.get("/api/v1/trail", poor).code()).isEqualTo("kernel.missing-scope");
        assertThat(api.get("/api/v1/trail/export", poor).code()).isEqualTo("kernel.missing-scope");
        assertThat(api.get("/api/v1/trail", null).code()).isEqualTo("identity.missing-token");
        assertThat(api.get("/api/v1/operator/trail", token).code()).isEqualTo("kernel.operator-only");
        assertThat(api.get("/api/v1/trail", api.tokenForAll(storefront.shop())).text()).doesNotContain(shop.id().text());
    }

    @Test
    void taken_along_it_is_harmless_to_spreadsheets_and_that_it_was_taken_is_written_down() {
        transaction.executeWithoutResult(status -> trail.note(new Note(shop.id(), "=cmd|' /C calc'!A0", "thing:1", null, null)));

        var file = api.get("/api/v1/trail/export", token);

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.text()).contains("'=cmd|").doesNotContain(",=cmd|");
        assertThat(entries().getFirst().action()).isEqualTo("trail.exported");
    }

    @Test
    void nobody_changes_or_removes_an_entry() {
        transaction.executeWithoutResult(status -> trail.note(Note.of(shop.id(), "thing.done", "thing", 1)));
        var before = entries();

        for (var sql : List.of("update kernel.trail set actor = 'token:1'", "delete from kernel.trail", "truncate kernel.trail",
                "update kernel.trail_chain set seq = seq + 1", "delete from kernel.trail_chain")) {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update()).withStackTraceContaining("append-only");
        }
        for (var sql : List.of("update kernel.trail set actor = 'token:1'", "delete from kernel.trail", "insert into kernel.trail_chain default values")) {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> scope.in(shop.id(), () -> jdbc.sql(sql).update()))
                    .withStackTraceContaining("permission denied");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void many_at_once_are_all_written_down_and_sealed() throws Exception {
        var answers = Together.run(100, n -> api.post("/api/v1/pools", token, "{\"name\":\"pool %d\",\"daily\":false}".formatted(n)).status());
        sealed();

        assertThat(answers).containsOnly(201);
        assertThat(entries().stream().filter(entry -> entry.action().equals("POST /api/v1/pools"))).hasSize(100);
        assertThat(prove.prove(shop.id())).extracting(ProveTrail.Proof::intact, ProveTrail.Proof::broken).containsExactly(true, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            actor = 'token:1'       | actor
            actor_name = 'somebody' | actor_name
            after = '{}'            | after
            address = '10.0.0.1'    | address
            outcome = 'refused'     | outcome
            at = at + interval '1 microsecond' | at
            """)
    void one_changed_field_is_found_and_named(String change, String field) {
        notes(5);
        sealed();
        var victim = entries().get(2).id();

        asOwnerWithoutTriggers("update kernel.trail set " + change + " where shop_id = " + shop.id() + " and entry_id = " + victim);

        assertThat(prove.prove(shop.id()).broken()).extracting(ProveTrail.Break::entry, ProveTrail.Break::field).containsExactly(victim, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from kernel.trail where shop_id = %s and entry_id = (select min(entry_id) from kernel.trail where shop_id = %1$s)",
            "delete from kernel.trail_chain where shop_id = %s and seq = 1", "update kernel.trail_chain set copy = copy || 'x' where shop_id = %s",
            "insert into kernel.trail select shop_id, entry_id + 1000000, xid, at, actor, actor_name, action, subject, route, request, address, idempotency,"
                    + " outcome, before, after from kernel.trail where shop_id = %s limit 1"})
    void what_was_removed_rewritten_or_slipped_in_is_found(String sql) {
        notes(3);
        sealed();
        notes(3);
        sealed();

        asOwnerWithoutTriggers(sql.formatted(shop.id()));

        assertThat(prove.prove(shop.id()).intact()).isFalse();
        var lines = api.get("/api/v1/operator/trail/proof?shop=" + shop.slug(), purse.operator()).text().lines().toList();
        assertThat(lines).hasSize(2).last().isEqualTo("{\"done\":true,\"allIntact\":false}");
    }

    @Test
    void no_secret_and_no_person_comes_into_it() {
        var stall = market.stall(1);
        var mine = api.tokenForAll(stall.shop());
        api.post("/api/v1/tokens", mine, "{\"name\":\"canary@example.com\",\"scopes\":[\"shop:read\"]}");
        api.post("/api/v1/payment-accounts", mine, """
                {"rail":"stripe","payee":"acct_1","app":"test","keys":{"secretKey":"CANARYSECRET","publishableKey":"CANARYPUBLIC","webhookSecret":"CANARYHOOK"}}""");
        api.send("PUT", "/api/v1/price-lists/" + stall.sku(), mine, "{\"prices\":[],\"waive\":\"13800138000 said so\"}");
        order(stall);

        var rows = jdbc.sql("select trail::text from kernel.trail where shop_id = ?").param(stall.shop().id().value()).query(String.class).list();

        assertThat(rows).hasSizeGreaterThan(3).allSatisfy(row -> assertThat(row).doesNotContainIgnoringCase("canary").doesNotContain("13800138000"));
    }

    private void order(Stall stall) {
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"contact\":\"canary@example.com\",\"rail\":\"sandbox\"}".formatted(stall.sku()));
        assertThat(answer.status()).isEqualTo(201);
    }

    private void notes(int count) {
        IntStream.range(0, count).forEach(n -> transaction.executeWithoutResult(status -> trail.note(Note.of(shop.id(), "thing.done", "thing", n))));
    }

    private List<Entry> entries() {
        var all = new ArrayList<Entry>(queries.find(new Search(shop.id(), null, null, null), Long.MAX_VALUE, 1_000));
        all.removeIf(entry -> entry.actor().equals("system") && entry.action().equals("token.issued"));
        return all;
    }

    private long count() {
        return jdbc.sql("select count(*) from kernel.trail").query(Long.class).single();
    }

    private void sealed() {
        await().atMost(60, SECONDS).until(() -> {
            seal.sealAll();
            return prove.prove(shop.id()).unsealed() == 0;
        });
    }

    private void asOwnerWithoutTriggers(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }
}
