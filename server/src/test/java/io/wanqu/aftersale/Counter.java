package io.wanqu.aftersale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.aftersale.dispute.MeetCaseClocks;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market.Stall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where buyers complain and others answer, for the tests of after-sale. */
@Component
class Counter {

    static final String[] BUYER = {"Order-Password", "secret-pass"};

    private final Api api;
    private final Purse purse;
    private final MeetCaseClocks clocks;
    private final Audit audit;
    private final JdbcClient jdbc;

    Counter(Api api, Purse purse, MeetCaseClocks clocks, Audit audit, JdbcClient jdbc) {
        this.api = api;
        this.purse = purse;
        this.clocks = clocks;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    Answer complain(Stall stall, Placed placed, String kind, String more) {
        return api.post(path(stall, placed), null, "{\"kind\":\"%s\",\"line\":1,\"text\":\"it does not work\"%s}".formatted(kind, more), BUYER);
    }

    /** The number of a new case. */
    String open(Stall stall, Placed placed, String kind, String more) {
        var answer = complain(stall, placed, kind, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    Answer buyer(Stall stall, Placed placed, String id, String act) {
        return api.send("PUT", path(stall, placed) + "/" + id + "/" + act, null, "{\"text\":\"I still want it\"}", BUYER);
    }

    Answer shop(Stall stall, String id, String act, String json) {
        return api.send("PUT", "/api/v1/cases/" + id + "/" + act, api.tokenForAll(stall.shop()), json);
    }

    Answer operator(Stall stall, String id, String act, String json) {
        return api.send("PUT", "/api/v1/operator/shops/" + stall.shop().id() + "/cases/" + id + "/" + act, purse.operator(), json);
    }

    void runOut(Stall stall, String id) {
        jdbc.sql("update aftersale.buyer_case set deadline = now() - interval '1 second' where shop_id = ? and case_id = ?")
                .params(stall.shop().id().value(), Long.parseLong(id)).update();
        clocks.meetAll();
    }

    String outcome(Stall stall, String id) {
        return jdbc.sql("select coalesce(outcome, state) from aftersale.buyer_case where shop_id = ? and case_id = ?")
                .params(stall.shop().id().value(), Long.parseLong(id)).query(String.class).single();
    }

    String state(Stall stall, Placed placed) {
        return jdbc.sql("select state from ordering.customer_order where shop_id = ? and order_id = ?")
                .params(stall.shop().id().value(), placed.order().value()).query(String.class).single();
    }

    void awaitState(Stall stall, Placed placed, String state) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(state(stall, placed)).isEqualTo(state));
    }

    void assertClean(Stall stall) {
        purse.assertBalanced(stall.shop().id());
        assertThat(audit.of(stall.shop().id()).findings()).allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
    }

    static String path(Stall stall, Placed placed) {
        return "/api/v1/shops/" + stall.shop().slug() + "/orders/" + placed.order() + "/cases";
    }
}
