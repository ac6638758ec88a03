package io.wanqu.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules of sharing over HTTP: what is told changes at once, and everybody can see who changed it. */
@WanquTest
class AllocationTest {

    private static final String RULE = """
            {"mode":"%s","quota":%d,"floor":0,"priority":0,"percent":%d,"buffer":2,"plus":0,"minimum":0,"maximum":null,"delistAt":0}
            """;

    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private Ids ids;

    private Stall stall;
    private ChannelId channel;
    private String token;

    @BeforeEach
    void tenCards() {
        stall = market.stall(10);
        channel = new ChannelId(ids.next());
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void a_channel_without_a_rule_is_told_everything() {
        var told = api.get(path(stall), token).json();

        assertThat(told.path("push").path("quantity").asLong()).isEqualTo(10);
        assertThat(told.path("changes").size()).isZero();
    }

    @Test
    void a_rule_changes_what_is_told_to_all_and_is_kept_on_record() {
        var hard = set(stall, "HARD", 6, 50).json();
        assertThat(hard.path("push").path("quantity").asLong()).isEqualTo(2);
        assertThat(hard.path("push").path("steps").size()).isEqualTo(3);
        var others = api.get("/api/v1/pools/" + stall.pool() + "/allocations/" + ids.next(), token).json();
        assertThat(others.path("push").path("quantity").asLong()).isEqualTo(4);

        var soft = set(stall, "SOFT", 3, 100).json();

        assertThat(soft.path("push").path("quantity").asLong()).isEqualTo(8);
        assertThat(soft.path("changes").size()).isEqualTo(2);
        assertThat(soft.path("changes").get(0).path("version").asLong()).isEqualTo(2);
        assertThat(soft.path("changes").get(1).path("rule").path("mode").asString()).isEqualTo("HARD");
        assertThat(soft.path("changes").get(1).path("changedBy").asString()).contains("till");
    }

    @Test
    void a_hard_quota_beyond_the_stock_is_refused_and_leaves_the_rule_as_it_was() {
        set(stall, "HARD", 6, 100);

        assertThat(set(stall, "HARD", 11, 100).code()).isEqualTo("inventory.quota-too-large");
        channel = new ChannelId(ids.next());
        assertThat(set(stall, "HARD", 5, 100).code()).isEqualTo("inventory.quota-too-large");

        assertThat(api.get(path(stall), token).json().path("push").path("quantity").asLong()).isEqualTo(4);
    }

    @Test
    void a_rule_that_contradicts_itself_is_refused() {
        assertThat(set(stall, "SOFT", 0, 100).json().path("field").asString()).isEqualTo("quota");
        assertThat(set(stall, "SHARED", 0, 101).json().path("field").asString()).isEqualTo("percent");
        assertThat(set(stall, "NONE", 0, 100).code()).isEqualTo("web.wrong-type");
        assertThat(api.get(path(stall), token).json().path("changes").size()).isZero();
    }

    @Test
    void the_pool_of_another_shop_is_not_there() {
        var other = market.stall(5);

        assertThat(set(other, "HARD", 1, 100).code()).isEqualTo("inventory.unknown-pool");
        assertThat(api.get(path(other), token).code()).isEqualTo("inventory.unknown-pool");
        assertThat(api.get(path(other), api.tokenForAll(other.shop())).json().path("changes").size()).isZero();
    }

    @Test
    void what_all_would_be_told_is_seen_before_a_rule_is_set() {
        var other = ids.next();
        var trial = api.post("/api/v1/pools/" + stall.pool() + "/trials", token, """
                {"channel":"%s","rule":%s,"channels":["%s"]}
                """.formatted(channel, RULE.formatted("HARD", 6, 100), other)).json();

        assertThat(trial.size()).isEqualTo(2);
        assertThat(trial.get(0).path("now").path("quantity").asLong()).isEqualTo(10);
        assertThat(trial.get(0).path("then").path("quantity").asLong()).isEqualTo(4);
        assertThat(trial.get(1).path("channel").asString()).isEqualTo(Long.toString(other));
        assertThat(trial.get(1).path("then").path("quantity").asLong()).isEqualTo(4);
        assertThat(api.get(path(stall), token).json().path("push").path("quantity").asLong()).isEqualTo(10);
        assertThat(api.get(path(stall), token).json().path("changes").size()).isZero();
    }

    @Test
    void a_trial_refuses_what_setting_would_refuse() {
        var tooMuch = "{\"channel\":\"%s\",\"rule\":%s}".formatted(channel, RULE.formatted("HARD", 11, 100));

        assertThat(api.post("/api/v1/pools/" + stall.pool() + "/trials", token, tooMuch).code()).isEqualTo("inventory.quota-too-large");
        assertThat(api.post("/api/v1/pools/" + stall.pool() + "/trials", token, "{}").json().path("field").asString()).isEqualTo("/channel");
        assertThat(api.post("/api/v1/pools/" + market.stall(1).pool() + "/trials", token, tooMuch).code()).isEqualTo("inventory.unknown-pool");
    }

    @Test
    void all_shares_of_a_pool_are_seen_together() {
        set(stall, "SOFT", 3, 100);

        var shares = api.get("/api/v1/pools/" + stall.pool() + "/allocations?channels=" + ids.next(), token).json();

        assertThat(shares.size()).isEqualTo(2);
        assertThat(shares.get(0).path("channel").asString()).isEqualTo(channel.toString());
        assertThat(shares.get(0).path("rule").path("mode").asString()).isEqualTo("SOFT");
        assertThat(shares.get(0).path("version").asLong()).isEqualTo(1);
        assertThat(shares.get(1).path("rule").path("mode").asString()).isEqualTo("SHARED");
        assertThat(shares.get(1).path("push").path("quantity").asLong()).isEqualTo(10);
    }

    @Test
    void who_may_only_look_changes_nothing() {
        token = api.token(stall.shop(), Scope.STOCK_READ);

        assertThat(set(stall, "HARD", 1, 100).status()).isEqualTo(403);
        assertThat(api.get(path(stall), token).json().path("changes").size()).isZero();
    }

    private Api.Answer set(Stall of, String mode, long quota, int percent) {
        return api.send("PUT", path(of), token, RULE.formatted(mode, quota, percent));
    }

    private String path(Stall of) {
        return "/api/v1/pools/" + of.pool() + "/allocations/" + channel;
    }
}
