package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.identity.staff.AppointStaff;
import io.wanqu.identity.staff.Role;
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
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Calls every endpoint as everybody, with the true ids of a shop that is not theirs, and compares with the declared rule. */
@WanquTest
@TestPropertySource(properties = "wanqu.web.trusted-proxies=127.0.0.1,::1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {

    /** Rows that the attacked shop has none of: these calls are only shown to be refused. */
    private static final Pattern MADE_UP = Pattern.compile("\\{(export|incident|code|profile)}|/risk/reviews/");

    /** What an owner hears who would share with a shop that is not his other one. */
    private static final String OTHERS = "shop.other-owner";

    /** What a till answers to a code that nobody sold, whatever the till. */
    private static final String UNKNOWN_CODE = "storefront.unknown-voucher";

    @Autowired
    private AttackedShop attacked;

    @Autowired
    private Market market;

    @Autowired
    private Buyer buyer;

    @Autowired
    private Purse purse;

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private AppointStaff appointStaff;

    @Autowired
    private Api api;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private List<Entry> table;
    private World mei;
    private Map<String, String> nowhere;
    private String lin;
    private Map<Scope, String> without;
    private String[] linsProof;
    private String operator;
    private Visitor buyerOnly;
    private Visitor ownerOfBoth;
    private String otherShop;
    private Visitor ofOneChannel;

    @BeforeAll
    void open() {
        table = AccessTable.read();
        buyerOnly = people.signedIn(people.person());
        mei = attacked.open();
        var owner = people.staff(mei.stall().shop().id(), Role.OWNER);
        var second = storefront.shop().id();
        appointStaff.appoint(second, owner.id(), Role.OWNER);
        ownerOfBoth = people.signedIn(owner);
        otherShop = second.text();
        var narrow = people.staff(mei.stall().shop().id(), Role.MANAGER);
        jdbc.sql("update identity.staff set channels = array[1::bigint] where account_id = ?").param(narrow.id().value()).update();
        ofOneChannel = people.signedIn(narrow);
        nowhere = mei.nowhere(ids);
        without = Arrays.stream(Scope.values()).collect(Collectors.toMap(scope -> scope, scope -> api.tokenWithout(mei.stall().shop(), scope)));
        var stall = market.stall(3);
        lin = api.tokenForAll(stall.shop());
        linsProof = Proofs.of(buyer.order(stall, 1, "sandbox").token());
        operator = purse.operator();
    }

    @AfterAll
    void close() {
        attacked.remove(mei);
    }

    @TestFactory
    Stream<DynamicTest> strangers_get_nowhere() {
        return table.stream().filter(entry -> entry.kind() != Kind.PUBLIC && entry.kind() != Kind.SIGNED)
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    switch (entry.kind()) {
                        case SHOP -> unchanged(() -> strangersOfStaff(entry));
                        case OPERATOR -> unchanged(() -> strangersOfOperators(entry));
                        case ACCOUNT -> unchanged(() -> strangersOfAccounts(entry));
                        default -> strangersOfBuyers(entry);
                    }
                }));
    }

    private void unchanged(Runnable calls) {
        var before = attacked.prints(mei);
        calls.run();
        assertThat(attacked.prints(mei)).isEqualTo(before);
    }

    private void strangersOfStaff(Entry entry) {
        refused(call(entry, mei.rows(), null), 401, "identity.missing-token");
        refused(call(entry, mei.rows(), "wq_" + "A".repeat(43)), 401, "identity.unknown-token");
        var withoutScope = call(entry, mei.rows(), without.get(scope(entry)));
        refused(withoutScope, 403, "kernel.missing-scope");
        assertThat(withoutScope.json().path("scope").asString()).isEqualTo(scope(entry).text());
        refused(visit(entry, mei.rows(), buyerOnly), 403, "identity.not-staff");
        refused(visit(entry, mei.rows(), buyerOnly, "Wanqu-Shop", mei.rows().get("shop")), 403, "identity.not-staff");
        refused(visit(entry, mei.rows(), ownerOfBoth), 400, "identity.shop-not-chosen");
        limited(entry);
        if (!entry.endless()) {
            otherShops(entry);
        }
    }

    private void otherShops(Entry entry) {
        assertThatNothingShows(entry, sees(entry, lin));
        sees(entry, operator);
        var fromOther = visit(entry, mei.rows(), ownerOfBoth, "Wanqu-Shop", otherShop);
        assertThatNothingShows(entry, fromOther);
        if (entry.namesRows()) {
            var never = visit(entry, nowhere, ownerOfBoth, "Wanqu-Shop", otherShop);
            assertThat(fromOther.status() + " " + code(fromOther)).as(fromOther.text()).isEqualTo(never.status() + " " + code(never));
        }
    }

    /** Somebody of the very shop who works for another channel: he reads what the shop offers, and nothing else. */
    private void limited(Entry entry) {
        var answer = visit(entry, mei.rows(), ofOneChannel);
        if (scope(entry) == Scope.SHOP_READ || List.of("kernel.limited-to-channels", "kernel.missing-scope").contains(code(answer))) {
            return;
        }
        assertThatNothingShows(entry, answer);
        if (entry.namesRows()) {
            var never = visit(entry, nowhere, ofOneChannel);
            assertThat(answer.status() + " " + code(answer)).as(answer.text()).isEqualTo(never.status() + " " + code(never));
        }
    }

    /** A true id of somebody else is answered like an id that never was. */
    private Answer sees(Entry entry, String stranger) {
        var there = call(entry, mei.rows(), stranger);
        if (entry.namesRows()) {
            var never = call(entry, nowhere, stranger);
            assertThat(there.status() + " " + code(there)).as(there.text()).isEqualTo(never.status() + " " + code(never));
        }
        assertThat(there.status()).as(there.text()).isLessThan(500);
        return there;
    }

    /** But for what the stranger himself tried: that stands in his own trail. */
    private void assertThatNothingShows(Entry entry, Answer answer) {
        if (entry.path().startsWith("/api/v1/trail")) {
            return;
        }
        mei.rows().forEach((name, row) -> {
            if (row.length() > 8 && !asked(entry, row)) {
                assertThat(answer.text()).as(name).doesNotContain(row);
            }
        });
    }

    private boolean asked(Entry entry, String row) {
        return entry.pathWith(mei.rows()).contains(row) || String.valueOf(entry.bodyWith(mei.rows())).contains(row);
    }

    private void strangersOfOperators(Entry entry) {
        refused(call(entry, mei.rows(), null), 401, "identity.missing-token");
        refused(call(entry, mei.rows(), mei.owner()), 403, "kernel.operator-only");
        refused(call(entry, mei.rows(), lin), 403, "kernel.operator-only");
        refused(visit(entry, mei.rows(), ownerOfBoth, "Wanqu-Shop", mei.rows().get("shop")), 403, "kernel.operator-only");
        refused(visit(entry, mei.rows(), ownerOfBoth, "Wanqu-Shop", "platform"), 403, "identity.not-staff");
        refused(visit(entry, mei.rows(), buyerOnly), 403, "identity.not-staff");
    }

    private void strangersOfAccounts(Entry entry) {
        refused(call(entry, mei.rows(), null), 401, "identity.not-signed-in");
        refused(call(entry, mei.rows(), mei.owner()), 401, "identity.not-signed-in");
    }

    private Answer visit(Entry entry, Map<String, String> rows, Visitor visitor, String... headers) {
        return visitor.send(entry.method(), entry.pathWith(rows), entry.bodyWith(rows), headers);
    }

    private void strangersOfBuyers(Entry entry) {
        var rows = withOrder(mei.rows(), purse.buy(mei.stall(), 1).order().text());
        var gone = withOrder(nowhere, Long.toString(ids.next()));
        unchanged(() -> strangersOfBuyers(entry, rows, gone));
    }

    private void strangersOfBuyers(Entry entry, Map<String, String> rows, Map<String, String> gone) {
        for (var stranger : new String[][] {{}, linsProof, Proofs.of("0".repeat(43))}) {
            var there = call(entry, rows, null, Proofs.from(stranger));
            var never = call(entry, gone, null, Proofs.from(stranger));
            assertThat(there.status()).as(there.text()).isIn(401, 403, 404, 422);
            assertThat(there.status() + " " + code(there)).as(there.text()).isEqualTo(never.status() + " " + code(never));
        }
        for (var token : new String[] {operator, mei.owner()}) {
            assertThat(call(entry, rows, token, Proofs.from()).status()).isIn(401, 403, 404, 422);
        }
    }

    /** Last, because it changes things: with the right token the same ids are found. Without this, the refusals above would prove little. */
    @TestFactory
    Stream<DynamicTest> the_right_people_come_in() {
        var order = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
        return table.stream().filter(entry -> entry.kind() == Kind.SHOP && !entry.endless() || entry.kind() == Kind.OPERATOR)
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.method())))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    var answer = entry.kind() == Kind.OPERATOR ? call(entry, mei.rows(), operator)
                            : visit(entry, mei.rows(), ownerOfBoth, "Wanqu-Shop", mei.rows().get("shop"));
                    assertThat(answer.status()).as(answer.text()).isLessThan(500);
                    assertThat(List.of(401, 403).contains(answer.status()) && !OTHERS.equals(code(answer))).as(answer.text()).isFalse();
                    if (entry.namesRows() && entry.kind() != Kind.OPERATOR && !UNKNOWN_CODE.equals(code(answer)) && !MADE_UP.matcher(entry.path()).find()) {
                        assertThat(answer.status()).as(answer.text()).isNotEqualTo(404);
                    }
                }));
    }

    private Answer call(Entry entry, Map<String, String> rows, @Nullable String token, String... headers) {
        return api.send(entry.method(), entry.pathWith(rows), token, entry.bodyWith(rows), headers);
    }

    /** Each endpoint with an order of its own, because an order that is looked at too often answers nobody for a while. */
    private static Map<String, String> withOrder(Map<String, String> rows, String order) {
        var changed = new HashMap<>(rows);
        changed.put("order", order);
        return changed;
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
}
