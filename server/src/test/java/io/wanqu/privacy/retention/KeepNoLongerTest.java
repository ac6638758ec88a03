package io.wanqu.privacy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.privacy.Someone;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is older than its rule goes, and nothing else. */
@WanquTest
class KeepNoLongerTest {

    @Autowired
    private Market market;
    @Autowired
    private Someone someone;
    @Autowired
    private KeepNoLonger keepNoLonger;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;

    @BeforeEach
    void open() {
        stall = market.stall(2);
    }

    @Test
    void a_customer_whom_nobody_saw_for_three_years_is_forgotten_and_the_run_is_reported() {
        var old = someone.whoBought(stall);
        var young = someone.whoBought(stall);
        jdbc.sql("update customer.evidence set last_seen_at = now() - interval '1096 days' where shop_id = :shop and customer_id = :customer")
            .param("shop", stall.shop().id().value()).param("customer", Long.parseLong(old.customer())).update();

        var runs = keepNoLonger.run();

        assertThat(runs).filteredOn(run -> run.kind().equals("customer.evidence")).allSatisfy(run -> {
            assertThat(run.removed()).isGreaterThanOrEqualTo(1);
            assertThat(run.finished()).isTrue();
        });
        assertThat(evidence(old.customer())).isZero();
        assertThat(evidence(young.customer())).isEqualTo(2);
        assertThat(api.get("/api/v1/operator/retention-runs", someone.operator("desk")).json().path("items").findValuesAsString("kind")).contains("customer.evidence");
        assertThat(api.get("/api/v1/operator/retention-runs", api.token(stall.shop(), Scope.CUSTOMERS_READ)).status()).isEqualTo(403);
    }

    @Test
    void the_contact_of_an_order_goes_when_its_term_is_over_and_the_order_stays() {
        var lin = someone.whoBought(stall);
        jdbc.sql("update ordering.customer_order set state = 'canceled', deadline = null, placed_at = now() - interval '1096 days' where shop_id = :shop and order_id = :order")
            .param("shop", stall.shop().id().value()).param("order", Long.parseLong(lin.order())).update();

        keepNoLonger.run();

        assertThat(jdbc.sql("select contact is null from ordering.customer_order where shop_id = :shop and order_id = :order")
                .param("shop", stall.shop().id().value()).param("order", Long.parseLong(lin.order())).query(Boolean.class).single()).isTrue();
    }

    @Test
    void every_kind_has_a_rule_that_everybody_can_read_and_the_operator_changes_from_a_day_on() {
        var rules = api.get("/api/v1/retention-rules", null);
        assertThat(rules.status()).isEqualTo(200);
        assertThat(rules.json().findValuesAsString("kind")).contains("ordering.contact", "customer.evidence", "ledger");
        assertThat(keepNoLonger.run()).isNotEmpty();

        var change = "{\"fromDay\":\"2999-01-01\",\"keepDays\":1,\"erasable\":true,\"whyEn\":\"x\",\"whyZh\":\"x\",\"source\":\"x\"}";
        var path = "/api/v1/operator/retention-rules/channel.buyer";
        assertThat(api.send("PUT", path, api.token(stall.shop(), Scope.CUSTOMERS_WRITE), change).status()).isEqualTo(403);
        var changed = api.send("PUT", path, someone.operator("desk"), change);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(api.get("/api/v1/retention-rules", null).json().valueStream().filter(it -> it.path("kind").asString().equals("channel.buyer"))
                .findFirst().orElseThrow().path("keepDays").asInt()).as("until that day the old one holds").isEqualTo(30);
        assertThat(api.send("PUT", "/api/v1/operator/retention-rules/nonsense", someone.operator("desk"), change).status()).isEqualTo(422);
    }

    private long evidence(String customer) {
        return jdbc.sql("select count(*) from customer.evidence where shop_id = :shop and customer_id = :customer")
            .param("shop", stall.shop().id().value()).param("customer", Long.parseLong(customer)).query(Long.class).single();
    }
}
