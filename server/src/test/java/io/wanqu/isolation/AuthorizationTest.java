package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.wanqu.isolation.AccessTable.Entry;
import io.wanqu.isolation.AccessTable.Kind;
import io.wanqu.isolation.AttackedShop.World;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Calls every endpoint as everybody, with the true ids of a shop that is not theirs, and compares with the declared rule. */
@WanquTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private AttackedShop attacked;

    @Autowired
    private Market market;

    @Autowired
    private Buyer buyer;

    @Autowired
    private Purse purse;

    @Autowired
    private Api api;

    @Autowired
    private Ids ids;

    private List<Entry> table;
    private World mei;
    private Map<String, String> nowhere;
    private String lin;
    private String[] linsProof;
    private String operator;

    @BeforeAll
    void open() {
        table = AccessTable.read();
        mei = attacked.open();
        nowhere = mei.nowhere(ids);
        var stall = market.stall(3);
        lin = api.tokenForAll(stall.shop());
        linsProof = proof(buyer.order(stall, 1, "sandbox").token());
        operator = purse.operator();
    }

    @Test
    void every_endpoint_has_a_rule_and_every_rule_an_endpoint() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream().filter(info -> info.getPathPatternsCondition() != null)
                .forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/api/"))
                        .forEach(path -> methods(info).forEach(method -> endpoints.add(method + " " + path))));

        var ruled = new TreeSet<>(table.stream().map(this::endpoint).toList());
        assertThat(ruled)
                .as("endpoints by the table in src/test/resources/access/table.txt, and those that there are").isEqualTo(endpoints);
    }

    @TestFactory
    Stream<DynamicTest> strangers_get_nowhere() {
        return table.stream().filter(entry -> entry.kind() != Kind.PUBLIC && entry.kind() != Kind.SIGNED)
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    var before = attacked.prints(mei);
                    switch (entry.kind()) {
                        case SHOP -> strangersOfStaff(entry);
                        case OPERATOR -> strangersOfOperators(entry);
                        default -> strangersOfBuyers(entry);
                    }
                    assertThat(attacked.prints(mei)).isEqualTo(before);
                }));
    }

    private void strangersOfStaff(Entry entry) {
        refused(call(entry, mei.rows(), null), 401, "identity.missing-token");
        refused(call(entry, mei.rows(), "wq_" + "A".repeat(43)), 401, "identity.unknown-token");
        var withoutScope = call(entry, mei.rows(), api.tokenWithout(mei.stall().shop(), scope(entry)));
        refused(withoutScope, 403, "kernel.missing-scope");
        assertThat(withoutScope.json().path("scope").asString()).isEqualTo(scope(entry).text());
        sees(entry, lin);
        sees(entry, operator);
    }

    /** A true id of somebody else is answered like an id that never was. */
    private void sees(Entry entry, String stranger) {
        var there = call(entry, mei.rows(), stranger);
        if (entry.namesRows()) {
            var never = call(entry, nowhere, stranger);
            assertThat(there.status() + " " + code(there)).as(there.text()).isEqualTo(never.status() + " " + code(never));
        }
        mei.rows().forEach((name, row) -> {
            if (row.length() > 8 && !asked(entry, row)) {
                assertThat(there.text()).as(name).doesNotContain(row);
            }
        });
        assertThat(there.status()).as(there.text()).isLessThan(500);
    }

    private boolean asked(Entry entry, String row) {
        return entry.pathWith(mei.rows()).contains(row) || String.valueOf(entry.bodyWith(mei.rows())).contains(row);
    }

    private void strangersOfOperators(Entry entry) {
        refused(call(entry, mei.rows(), null), 401, "identity.missing-token");
        refused(call(entry, mei.rows(), mei.owner()), 403, "kernel.operator-only");
        refused(call(entry, mei.rows(), lin), 403, "kernel.operator-only");
    }

    private void strangersOfBuyers(Entry entry) {
        for (var stranger : new String[][] {{}, linsProof, proof("0".repeat(43))}) {
            var there = call(entry, mei.rows(), null, stranger);
            var never = call(entry, nowhere, null, stranger);
            assertThat(there.status()).as(there.text()).isIn(401, 403, 404, 422);
            assertThat(there.status() + " " + code(there)).as(there.text()).isEqualTo(never.status() + " " + code(never));
        }
        for (var token : new String[] {lin, operator, mei.owner()}) {
            assertThat(call(entry, mei.rows(), token).status()).isIn(401, 403, 404, 422);
        }
    }

    /** Last, because it changes things: with the right token the same ids are found. Without this, the refusals above would prove little. */
    @TestFactory
    Stream<DynamicTest> the_right_people_come_in() {
        var order = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
        return table.stream().filter(entry -> entry.kind() == Kind.SHOP || entry.kind() == Kind.OPERATOR)
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.method())))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    var answer = call(entry, mei.rows(), entry.kind() == Kind.OPERATOR ? operator : mei.owner());
                    assertThat(answer.status()).as(answer.text()).isLessThan(500).isNotIn(401, 403);
                    if (entry.namesRows() && !entry.path().contains("/wallet")) {
                        assertThat(answer.status()).as(answer.text()).isNotEqualTo(404);
                    }
                }));
    }

    private Answer call(Entry entry, Map<String, String> rows, @Nullable String token, String... headers) {
        return api.send(entry.method(), entry.pathWith(rows), token, entry.bodyWith(rows), headers);
    }

    private static String[] proof(String token) {
        return new String[] {"Order-Token", token, "Pay-Token", token, "Waiting-Token", token, "Wallet-Key", token, "Gift-Token", token};
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + code(answer)).as(answer.text()).isEqualTo(status + " " + code);
    }

    private static String code(Answer answer) {
        return answer.text().startsWith("{") ? answer.code() : "";
    }

    private static Scope scope(Entry entry) {
        return Objects.requireNonNull(entry.scope());
    }

    /** The endpoint that the server itself would choose for this address. */
    private String endpoint(Entry entry) {
        var path = PathContainer.parsePath(entry.pathWith(mei.rows()));
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPathPatternsCondition() != null && methods(info).contains(entry.method()))
                .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern -> entry.method() + " " + pattern.getPatternString())
                .orElseGet(() -> fail("no endpoint for " + entry));
    }

    private static List<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
    }
}
