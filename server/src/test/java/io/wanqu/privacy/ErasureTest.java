package io.wanqu.privacy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.customer.Sign;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a person's data. */
@WanquTest
class ErasureTest {

    @Autowired
    private Market market;
    @Autowired
    private Someone someone;
    @Autowired
    private People people;
    @Autowired
    private Api api;
    @Autowired
    private Sealing sealing;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;

    @BeforeEach
    void open() {
        stall = market.stall(2);
    }

    @Test
    void what_no_law_keeps_is_destroyed_and_found_in_no_table() {
        var lin = someone.whoBought(stall);
        var sign = Sign.phone(lin.phone()).orElseThrow();
        var traces = List.of(lin.phone(), lin.mail(), HexFormat.of().formatHex(lin.mail().getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(sign.hash(sealing)), sealedPhone(lin));
        assertThat(tablesThatShow(traces)).as("else the search is blind").contains("customer.evidence");

        var asked = lin.browser().post("/api/v1/me/erasure", "{}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().path("state").asString()).isEqualTo("cooling");
        assertThat(asked.json().at("/report/kept").findValuesAsString("kind")).contains("ordering.contact", "ledger", "settlement.invoice");
        assertThat(asked.json().at("/report/kept/0/whyEn").asString()).isNotBlank();
        due(lin);

        assertThat(tablesThatShow(traces)).isEmpty();
        assertThat(lin.browser().get("/api/v1/me/orders").status()).isEqualTo(401);
        assertThat(lin.browser().post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(lin.mail(), People.PASSWORD)).status()).isEqualTo(401);
        var staff = api.token(stall.shop(), Scope.CUSTOMERS_READ, Scope.ORDERS_READ);
        assertThat(api.post("/api/v1/customers/look-up", staff, "{\"contact\":\"" + lin.phone() + "\"}").json()).isEmpty();
        assertThat(api.get("/api/v1/customers/" + lin.customer(), staff).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/orders/" + lin.order(), staff).status()).as("the order stays").isEqualTo(200);
        assertThat(api.get("/api/v1/orders/" + lin.order() + "/contact", staff).text()).as("its contact stays sealed for its term").contains("****");
        assertThat(jdbc.sql("select key is null and erased_at is not null from customer.customer where shop_id = :shop and customer_id = :customer")
                .param("shop", stall.shop().id().value()).param("customer", Long.parseLong(lin.customer())).query(Boolean.class).single())
                .as("the key is destroyed, and with it every copy of what it sealed").isTrue();
        assertThat(audit.of(stall.shop().id()).clean()).isTrue();
    }

    @Test
    void it_can_be_withdrawn_until_it_is_due() {
        var lin = someone.whoBought(stall);
        lin.browser().post("/api/v1/me/erasure", "{}");

        assertThat(lin.browser().send("DELETE", "/api/v1/me/erasure", null).status()).isEqualTo(204);

        assertThat(lin.browser().send("DELETE", "/api/v1/me/erasure", null).code()).isEqualTo("privacy.not-erasing");
        assertThat(lin.browser().get("/api/v1/me/erasure").json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(lin.browser().get("/api/v1/me/orders").json().path("items")).hasSize(1);
    }

    @Test
    void it_needs_a_proof_of_just_now_and_an_owner_must_hand_over_first() {
        var lin = someone.whoBought(stall);
        someone.stale(lin);
        assertThat(lin.browser().post("/api/v1/me/erasure", "{}").code()).isEqualTo("identity.step-up-needed");

        var owner = people.signedIn(people.staff(stall.shop().id(), Role.OWNER));
        var refused = owner.post("/api/v1/me/erasure", "{}");

        assertThat(refused.code()).isEqualTo("privacy.not-erasable");
        assertThat(refused.json().path("why").asString()).isEqualTo("owns-a-shop");
        assertThat(owner.get("/api/v1/me/erasure").json().path("state").asString()).isEqualTo("none");
    }

    private String sealedPhone(Someone.Person person) {
        return HexFormat.of().formatHex(jdbc.sql("select sealed from customer.evidence where shop_id = :shop and customer_id = :customer and kind = 'phone'")
            .param("shop", stall.shop().id().value()).param("customer", Long.parseLong(person.customer()))
            .query((row, n) -> row.getBytes("sealed")).single());
    }

    private void due(Someone.Person person) {
        jdbc.sql("update privacy.erasure set due_at = now() - interval '1 second' where account_id = :account").param("account", person.id().value()).update();
        await().atMost(30, SECONDS).until(() -> jdbc.sql("select state from privacy.erasure where account_id = :account")
                .param("account", person.id().value()).query(String.class).single().equals("done"));
    }

    /** A dump in plain text, table by table. */
    private List<String> tablesThatShow(List<String> traces) {
        var found = new ArrayList<String>();
        var tables = jdbc.sql("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
            .query(String.class).list();
        for (var table : tables) {
            for (var trace : traces) {
                if (jdbc.sql("select exists (select 1 from " + table + " as dumped where strpos(dumped::text, :trace) > 0)").param("trace", trace)
                        .query(Boolean.class).single()) {
                    found.add(table);
                }
            }
        }
        return found;
    }
}
