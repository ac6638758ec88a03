package io.wanqu.privacy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

/** A leak, from its first hour to its end. */
@WanquTest
class IncidentTest {

    private static final String DESK = "/api/v1/operator/incidents";

    @Autowired
    private Market market;
    @Autowired
    private Someone someone;
    @Autowired
    private Api api;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private String operator;

    @BeforeEach
    void open() {
        stall = market.stall(3);
        operator = someone.operator("incident desk");
    }

    @Test
    void clocks_run_from_the_moment_it_is_known_and_each_step_is_written_down() {
        var lin = someone.whoBought(stall);
        var known = clock.instant().minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MICROS);
        var incident = open(known);
        var path = DESK + "/" + incident.path("id").asString();
        assertThat(Instant.parse(incident.at("/until/investigated").asString())).isEqualTo(known.plus(Duration.ofHours(1)));
        assertThat(Instant.parse(incident.at("/until/published").asString())).isEqualTo(known.plus(Duration.ofHours(24)));
        assertThat(Instant.parse(incident.at("/until/compensated").asString())).isEqualTo(known.plus(Duration.ofHours(72)));

        put(path + "/investigation", "{\"words\":\"a token was left in a log\"}");
        var query = "{\"shop\":\"%s\",\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2999-01-01T00:00:00Z\",\"by\":\"orders\"}".formatted(stall.shop().id());
        var found = api.post(path + "/affected", operator, query);
        assertThat(found.json().path("added").asInt()).as(found.text()).isEqualTo(1);
        assertThat(api.post(path + "/affected", operator, query).json().path("added").asInt()).as("who is on the list is on it once").isZero();
        assertThat(api.get("/api/v1/incidents", null).json().path("items").findValuesAsString("id")).doesNotContain(incident.path("id").asString());
        publish(path, "第一版公告：正在排查。", "First text: we are looking into it.");
        publish(path, "第二版公告：已经修复。", "Second text: it is mended.");
        put(path + "/compensation", "{\"promise\":\"a coupon\",\"amount\":{\"minor\":500,\"currency\":\"CNY\"}}");

        var mine = lin.browser().get("/api/v1/me/incidents").json();
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).path("promise").asString()).isEqualTo("a coupon");
        assertThat(mine.get(0).at("/incident/version").asInt()).isEqualTo(2);
        assertThat(mine.get(0).at("/incident/textEn").asString()).startsWith("Second");
        var shown = put(path + "/end", "{\"words\":\"all done\"}");
        assertThat(shown.path("overdue")).isEmpty();
        assertThat(shown.path("publications")).hasSize(2);
        assertThat(shown.path("steps").findValuesAsString("kind"))
                .containsExactly("opened", "investigated", "affected", "affected", "published", "published", "compensated", "ended");
        assertThat(api.get(path + "/affected", operator).json().path("items")).hasSize(1);
        assertThat(api.post(path + "/notes", operator, "{\"words\":\"too late\"}").code()).isEqualTo("privacy.unknown-incident");
        assertThat(jdbc.sql("select count(*) from privacy.incident_step where incident_id = :id").param("id", id(incident)).query(Long.class).single()).isEqualTo(8);
    }

    @Test
    void a_clock_that_has_run_out_is_called_out_once() {
        var incident = open(clock.instant().minus(Duration.ofHours(30)));
        var path = DESK + "/" + incident.path("id").asString();

        assertThat(incident.path("overdue").valueStream().map(JsonNode::asString)).containsExactly("investigation", "publication");
        await().atMost(60, SECONDS).until(() -> steps(path, "overdue") == 2);

        put(path + "/investigation", "{\"words\":\"late, and begun\"}");
        assertThat(api.get(path, operator).json().path("overdue").valueStream().map(JsonNode::asString)).containsExactly("publication");
        assertThat(steps(path, "overdue")).isEqualTo(2);
        put(path + "/end", "{\"words\":\"a drill\"}");
    }

    @Test
    void whom_a_leaky_program_looked_at_is_found_by_what_it_opened() {
        var lin = someone.whoBought(stall);
        someone.whoBought(stall);
        var opened = api.post("/api/v1/orders/" + lin.order() + "/contact/reveal", api.token(stall.shop(), Scope.CUSTOMERS_REVEAL),
                "{\"purpose\":\"delivery\",\"reason\":\"send again\"}");
        assertThat(opened.status()).isEqualTo(200);
        var path = DESK + "/" + open(clock.instant()).path("id").asString();

        var found = api.post(path + "/affected", operator, "{\"shop\":\"%s\",\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2999-01-01T00:00:00Z\",\"by\":\"data-uses\",\"usedBy\":\"till\"}"
                .formatted(stall.shop().id()));

        assertThat(found.json().path("all").asLong()).as(found.text()).isEqualTo(1);
        assertThat(api.get(path + "/affected", operator).json().at("/items/0/customer").asString()).isEqualTo(lin.customer());
        put(path + "/end", "{\"words\":\"a drill\"}");
    }

    @Test
    void only_the_operator_has_this_desk() {
        var shop = api.tokenForAll(stall.shop());
        assertThat(api.post(DESK, shop, "{\"title\":\"a leak\",\"description\":\"of ours\"}").code()).isEqualTo("kernel.operator-only");
        assertThat(api.get(DESK, shop).status()).isEqualTo(403);
        assertThat(api.get(DESK, null).status()).isEqualTo(401);
        assertThat(api.post(DESK, operator, "{\"title\":\"a leak\",\"description\":\"of ours\",\"knownAt\":\"2999-01-01T00:00:00Z\"}").status()).isEqualTo(422);
    }

    private JsonNode open(Instant known) {
        var answer = api.post(DESK, operator, "{\"title\":\"a leak\",\"description\":\"a token stood in a log\",\"knownAt\":\"" + known + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode put(String path, String json) {
        var answer = api.send("PUT", path, operator, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void publish(String path, String zh, String en) {
        var answer = api.post(path + "/publications", operator, "{\"textZh\":\"%s\",\"textEn\":\"%s\"}".formatted(zh, en));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private long steps(String path, String kind) {
        return api.get(path, operator).json().path("steps").findValuesAsString("kind").stream().filter(kind::equals).count();
    }

    private static long id(JsonNode incident) {
        return Long.parseLong(incident.path("id").asString());
    }
}
