package io.wanqu.vault.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.StockCast;
import io.wanqu.vault.VaultCast;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WanquTest
class ImportHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;
    @Autowired
    private IssueToken issueToken;
    @Autowired
    private Storefront storefront;
    @Autowired
    private ImportCast run;
    @Autowired
    private StockCast stock;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private ShopId shop;
    private PoolId pool;
    private String token;

    @BeforeEach
    void open_a_shop() {
        shop = storefront.shop().id();
        pool = cast.pool(shop);
        token = issueToken.issue(shop, "mei", EnumSet.allOf(Scope.class), null);
    }

    @Test
    void takes_a_pasted_list_and_tells_how_it_went() throws Exception {
        var answer = post("/imports/paste", "{\"pool\":\"%s\",\"text\":\"A-1\\nA-1\\nB-2\"}".formatted(pool));
        assertThat(answer.statusCode()).isEqualTo(202);
        var id = json(answer).get("id").asString();
        run.ended(shop, Long.parseLong(id));

        var report = json(get("/imports/" + id));

        assertThat(report.get("state").asString()).isEqualTo("done");
        assertThat(report.get("loaded").asInt()).isEqualTo(2);
        assertThat(get("/imports/" + id + "/errors").body()).isEqualToNormalizingNewlines("""
                line,code,hint
                2,duplicate-in-file,The same card stands on an earlier line of this import.
                """);
        assertThat(stock.loaded(shop, pool)).isEqualTo(2);
    }

    @Test
    void what_was_begun_is_found_again_newest_first() throws Exception {
        var first = open();
        var second = open();

        var found = json(get("/imports?limit=1"));
        assertThat(found.get("items").get(0).get("id").asString()).isEqualTo(Long.toString(second));
        assertThat(found.get("items").get(0).get("state").asString()).isEqualTo("receiving");

        var rest = json(get("/imports?after=" + found.get("next").asString()));
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.get("items").get(0).get("id").asString()).isEqualTo(Long.toString(first));
        assertThat(rest.has("next") && !rest.get("next").isNull()).isFalse();
    }

    @Test
    void goes_on_with_an_interrupted_upload_from_where_it_is_stored() throws Exception {
        var id = open();
        put(id, 0, "AAA\nBB", false);

        var wrong = put(id, 3, "x", false);
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(json(wrong).get("code").asString()).isEqualTo("vault.upload-offset");
        assertThat(get("/imports/" + id).headers().firstValue("Upload-Offset")).hasValue("6");

        assertThat(put(id, 6, "B\nCCC", true).statusCode()).isEqualTo(200);
        assertThat(run.ended(shop, id).counts().loaded()).isEqualTo(3);
        assertThat(json(put(id, 10, "DDD", true)).get("code").asString()).isEqualTo("vault.import-started");
    }

    @Test
    void unpacks_gzip_and_refuses_what_only_claims_to_be() throws Exception {
        var id = open();
        var packed = http.send(request("/imports/" + id + "/content").header("Content-Encoding", "gzip").header("Upload-Complete", "?1")
                .PUT(BodyPublishers.ofByteArray(gzip("G-1\nG-2\n"))).build(), BodyHandlers.ofString());
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(run.ended(shop, id).counts().loaded()).isEqualTo(2);

        var other = open();
        var fake = http.send(request("/imports/" + other + "/content").header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofString("no gzip")).build(), BodyHandlers.ofString());
        assertThat(json(fake).get("code").asString()).isEqualTo("vault.content-unreadable");
        assertThat(json(get("/imports/" + other)).get("stored").asInt()).isZero();
    }

    @Test
    void takes_a_large_file_of_a_form_without_laying_it_on_disk() throws Exception {
        var id = open();
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cards.txt\"\r\n\r\n"
                + ImportCast.codes(120_000) + "\r\n--cut--\r\n";

        var answer = http.send(request("/imports/" + id + "/file").header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());

        assertThat(body.length()).isGreaterThan(2 * 1024 * 1024);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(run.ended(shop, id).counts().loaded()).isEqualTo(120_000);
    }

    @Test
    void tells_the_progress_as_events_until_the_end() throws Exception {
        var id = open();
        put(id, 0, ImportCast.codes(1_000), true);

        var events = get("/imports/" + id + "/progress").body();

        assertThat(events).startsWith("event:progress");
        assertThat(events.substring(events.lastIndexOf("data:"))).contains("\"state\":\"done\"", "\"loaded\":1000");
    }

    @Test
    void refuses_unknown_pools_formats_and_imports_of_another_shop() throws Exception {
        var id = open();
        assertThat(json(post("/imports", "{\"pool\":\"12\"}")).get("code").asString()).isEqualTo("vault.unknown-pool");
        var format = json(post("/imports", "{\"pool\":\"%s\",\"format\":\"xls\"}".formatted(pool)));
        assertThat(format.get("code").asString()).isEqualTo("kernel.invalid-value");
        assertThat(format.get("field").asString()).contains("format");

        assertThat(json(post("/imports", "{}")).get("field").asString()).isEqualTo("/pool");
        assertThat(json(post("/imports/paste", "{\"pool\":\"%s\"}".formatted(pool))).get("field").asString()).isEqualTo("/text");

        token = issueToken.issue(storefront.shop().id(), "eve", EnumSet.allOf(Scope.class), null);

        assertThat(json(get("/imports/" + id)).get("code").asString()).isEqualTo("vault.unknown-import");
        assertThat(json(put(id, 0, "EVIL", true)).get("code").asString()).isEqualTo("vault.unknown-import");
        assertThat(get("/imports/" + id + "/errors").statusCode()).isEqualTo(404);
    }

    @Test
    void asks_every_caller_for_the_scope_of_what_is_done() throws Exception {
        var card = cast.cards(shop, pool, 1).getFirst();
        token = issueToken.issue(shop, "reader", Set.of(Scope.STOCK_READ), null);

        assertThat(post("/imports", "{\"pool\":\"%s\"}".formatted(pool)).statusCode()).isEqualTo(403);
        assertThat(post("/cards/" + card + "/reveal", "").statusCode()).isEqualTo(403);
        assertThat(post("/cards/holders/1/looks", "").statusCode()).isEqualTo(403);
        assertThat(post("/cards/key-rotation", "").statusCode()).isEqualTo(403);
        assertThat(get("/batches").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from vault.reveal_log where shop_id = ?").params(shop.value()).query(Long.class).single()).isZero();
    }

    @Test
    void begins_one_key_rotation_at_a_time() throws Exception {
        assertThat(json(post("/cards/key-rotation", "")).get("begun").asBoolean()).isTrue();
        assertThat(json(post("/cards/key-rotation", "")).get("begun").asBoolean()).isFalse();
    }

    @Test
    void lists_recalls_and_exports_a_batch_and_reveals_one_card() throws Exception {
        var id = open();
        put(id, 0, "CARD-0001----PASS\nCARD-0002----WORD\n", true);
        run.ended(shop, id);

        assertThat(json(get("/batches")).get("items").get(0).get("id").asString()).isEqualTo(Long.toString(id));
        var csv = get("/batches/" + id + "/cards").body();
        assertThat(csv).contains("CA****01", "CA****02").doesNotContain("PASS", "WORD", "CARD-000");
        var card = csv.lines().skip(1).findFirst().orElseThrow().split(",")[0];
        var revealed = post("/cards/" + card + "/reveal", "");
        assertThat(json(revealed).get("secret").asString()).isIn("PASS", "WORD");
        assertThat(revealed.headers().firstValue("Cache-Control")).hasValue("no-store");
        var recall = http.send(request("/batches/" + id + "/recall").PUT(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(json(recall).get("uses").asInt()).isEqualTo(2);
        assertThat(stock.available(shop, pool)).isZero();
    }

    private long open() throws Exception {
        return Long.parseLong(json(post("/imports", "{\"pool\":\"%s\"}".formatted(pool))).get("id").asString());
    }

    private HttpResponse<String> put(long id, long offset, String text, boolean complete) throws Exception {
        return http.send(request("/imports/" + id + "/content").header("Content-Type", "text/plain")
                .header("Upload-Offset", Long.toString(offset)).header("Upload-Complete", complete ? "?1" : "?0")
                .PUT(BodyPublishers.ofString(text)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path)).header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void needs_a_key_for_each_import_and_does_the_same_once() throws Exception {
        var body = "{\"pool\":\"%s\",\"text\":\"KEYED-1\"}".formatted(pool);
        var first = http.send(keyed(body, "import-once").build(), BodyHandlers.ofString());
        var again = http.send(keyed(body, "import-once").build(), BodyHandlers.ofString());
        var bare = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports/paste"))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());

        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(json(bare).get("code").asString()).isEqualTo("kernel.idempotency-key-missing");
    }

    private HttpRequest.Builder keyed(String body, String key) {
        return request("/imports/paste").setHeader("Idempotency-Key", key + pool).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
