package io.wanqu.shop.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.wanqu.catalog.WriteSku;
import io.wanqu.identity.staff.AppointStaff;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ordering.settling.MeetDeadlines;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two shops of one owner sell from one pool: never more than there is, and each has its own orders and books. */
@WanquTest
class SharePoolTest {

    @Autowired
    private Market market;

    @Autowired
    private Storefront storefront;

    @Autowired
    private WriteSku writeSku;

    @Autowired
    private AppointStaff appointStaff;

    @Autowired
    private People people;

    @Autowired
    private SettlesPayments settles;

    @Autowired
    private MeetDeadlines meetDeadlines;

    @Autowired
    private Audit audit;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Stall keeper;
    private Stall borrower;
    private Visitor owner;

    @BeforeEach
    void twoShopsOfOneOwner() {
        keeper = market.stall(40);
        var mei = people.staff(keeper.shop().id(), Role.OWNER);
        var second = storefront.shop();
        appointStaff.appoint(second.id(), mei.id(), Role.OWNER);
        borrower = new Stall(second, keeper.pool(), writeSku.add(second.id(), storefront.product(second, "Rare game, elsewhere"),
                new WriteSku.Content(keeper.pool(), "", Money.of(1090, second.currency()), true, 1000, false)));
        owner = people.signedIn(mei);
    }

    @Test
    void sells_from_the_other_shops_pool_only_while_it_is_shared() {
        assertThat(place(borrower, 1).code()).isEqualTo("inventory.unknown-pool");

        var share = share();
        var order = place(borrower, 2);
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        assertThat(end(share).status()).isEqualTo(200);
        assertThat(place(borrower, 1).code()).isEqualTo("inventory.unknown-pool");
        pay(borrower, order);

        assertThat(state(borrower, order)).isEqualTo("delivered");
        assertThat(codes(borrower, order)).hasSize(2).allMatch(code -> code.startsWith("CODE-" + keeper.pool()));
        assertThat(pool()).containsExactly(38L, 0L, 2L);
        assertThat(ledgerAccounts(borrower.shop())).isPositive();
        assertThat(ledgerAccounts(keeper.shop())).isZero();
        assertClean();
    }

    @Test
    void never_sells_more_than_there_is_whichever_shop_a_hundred_buyers_come_to() throws Exception {
        share();

        var codes = new ArrayList<String>();
        for (var wave = 0; pool().getFirst() > 0; wave++) {
            assertThat(wave).as("waves of a hundred buyers").isLessThan(8);
            codes.addAll(wave());
        }

        assertThat(pool()).containsExactly(0L, 0L, 40L);
        assertThat(codes).hasSize(40).doesNotHaveDuplicates();
        assertThat(place(keeper, 1).code()).isEqualTo("inventory.out-of-stock");
        assertThat(place(borrower, 1).code()).isEqualTo("inventory.out-of-stock");
        assertClean();
    }

    /** A hundred come at once, half of them to each shop; those who got something pay at once. They all share an address, so some are held back by its cap. */
    private List<String> wave() throws Exception {
        var before = pool();
        var placed = Together.run(100, n -> place(n % 2 == 0 ? keeper : borrower, 1));
        var got = IntStream.range(0, 100).filter(n -> placed.get(n).status() == 201).boxed().toList();
        assertThat(placed.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.code()).isIn("inventory.out-of-stock", "inventory.too-many-held"));
        assertThat(pool()).containsExactly(before.getFirst() - got.size(), (long) got.size(), before.getLast());
        assertClean();

        Together.run(got.size(), n -> {
            pay(got.get(n) % 2 == 0 ? keeper : borrower, placed.get(got.get(n)));
            return n;
        });
        assertThat(pool()).containsExactly(before.getFirst() - got.size(), 0L, before.getLast() + got.size());
        return got.stream().flatMap(n -> codes(n % 2 == 0 ? keeper : borrower, placed.get(n)).stream()).toList();
    }

    @Test
    void gives_back_what_is_canceled_and_serves_whoever_paid_and_waits() {
        share();
        var first = place(borrower, 10);
        assertThat(pool()).containsExactly(30L, 10L, 0L);

        assertThat(api.send("PUT", path(borrower, first) + "/cancellation", null, null, "Order-Token", token(first)).status()).isLessThan(300);

        assertThat(pool()).containsExactly(40L, 0L, 0L);
        var late = place(borrower, 1);
        jdbc.sql("update ordering.customer_order set deadline = now() - interval '1 second' where shop_id = ?").param(borrower.shop().id().value()).update();
        meetDeadlines.meetAll();
        while (pool().getFirst() > 0) {
            pay(keeper, place(keeper, 1));
        }
        pay(borrower, late);
        assertThat(state(borrower, late)).isEqualTo("paid_late");
        market.load(keeper, 1);
        await().atMost(60, SECONDS).until(() -> state(borrower, late).equals("delivered"));
        assertClean();
    }

    @Test
    void breaks_nothing_that_was_begun_when_it_ends_in_the_middle() throws Exception {
        var share = share();

        var answers = Together.run(61, n -> n == 30 ? end(share) : place(borrower, 1));

        var placed = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(pool().get(1)).isEqualTo(placed.size());
        placed.forEach(order -> pay(borrower, order));
        assertThat(placed).allSatisfy(order -> assertThat(state(borrower, order)).isEqualTo("delivered"));
        assertThat(place(borrower, 1).code()).isEqualTo("inventory.unknown-pool");
        assertClean();
    }

    @Test
    void goes_on_delivering_what_was_paid_when_both_shops_close() {
        share();
        var orders = List.of(place(borrower, 1), place(keeper, 1));
        for (var shop : List.of(borrower.shop(), keeper.shop())) {
            assertThat(owner.send("PUT", "/api/v1/shop/closure", null, "Wanqu-Shop", shop.id().text()).status()).isEqualTo(200);
        }

        pay(borrower, orders.getFirst());
        pay(keeper, orders.getLast());

        assertThat(state(borrower, orders.getFirst())).isEqualTo("delivered");
        assertThat(state(keeper, orders.getLast())).isEqualTo("delivered");
        assertThat(place(borrower, 1).code()).isEqualTo("shop.not-open");
        assertClean();
    }

    @Test
    void is_given_to_nobody_elses_shop_and_by_nobody_but_the_owner() {
        var stranger = storefront.shop();
        people.staff(stranger.id(), Role.OWNER);

        assertThat(give(stranger.id(), "pool").status() + " " + give(stranger.id(), "pool").code()).isEqualTo("403 shop.other-owner");
        assertThat(give(keeper.shop().id(), "pool").code()).isEqualTo("shop.other-owner");
        assertThat(api.post("/api/v1/shares", api.tokenForAll(keeper.shop()), body(borrower.shop().id(), "customers")).code()).isEqualTo("shop.owner-only");
        var elsewhere = owner.post("/api/v1/shares", body(keeper.shop().id(), "pool"), "Wanqu-Shop", borrower.shop().id().text());
        assertThat(elsewhere.code()).isEqualTo("shop.other-owner");
        assertThat(jdbc.sql("select count(*) from shop.share where shop_id = any(?)")
                .param(new Long[] {keeper.shop().id().value(), borrower.shop().id().value()}).query(Long.class).single()).isZero();
    }

    @Test
    void a_wallet_is_not_shared_and_no_promise_of_it_is_written_down() {
        var refused = give(borrower.shop().id(), "wallet");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("422 shop.wallet-not-shared");
        assertThat(jdbc.sql("select count(*) from shop.share where shop_id = ?").param(keeper.shop().id().value()).query(Long.class).single()).isZero();
    }

    @Test
    void is_written_in_both_shops_trails() {
        var share = give(borrower.shop().id(), "customers").json().path("id").asString();
        assertThat(give(borrower.shop().id(), "customers").code()).isEqualTo("shop.share-exists");
        end(share);

        for (var shop : List.of(keeper.shop(), borrower.shop())) {
            assertThat(jdbc.sql("select action from kernel.trail where shop_id = ? and action like 'share.%' order by entry_id")
                    .param(shop.id().value()).query(String.class).list()).containsExactly("share.given", "share.ended");
        }
        assertThat(owner.get("/api/v1/shares", "Wanqu-Shop", borrower.shop().id().text()).json().path(0).path("kind").asString()).isEqualTo("customers");
    }

    private String share() {
        var given = give(borrower.shop().id(), "pool");
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        var share = given.json().path("id").asString();
        assertThat(place(borrower, 1).code()).as("other nodes may not know of it yet").isEqualTo("inventory.unknown-pool");
        assertThat(jdbc.sql("update shop.share set given_at = given_at - :wait * interval '1 second' where share_id = :share")
                .param("wait", Shares.BEGINS_AFTER_SECONDS).param("share", Long.parseLong(share)).update()).isEqualTo(1);
        return share;
    }

    private Answer give(ShopId to, String kind) {
        return owner.post("/api/v1/shares", body(to, kind), "Wanqu-Shop", keeper.shop().id().text());
    }

    private String body(ShopId to, String kind) {
        return "{\"to\":\"%s\",\"kind\":\"%s\",\"pool\":\"%s\",\"reason\":\"one stock for two shops\"}".formatted(to, kind, keeper.pool());
    }

    private Answer end(String share) {
        return owner.send("DELETE", "/api/v1/shares/" + share, null, "Wanqu-Shop", keeper.shop().id().text());
    }

    private Answer place(Stall stall, int quantity) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, """
                {"lines":[{"sku":"%s","quantity":%d}],"contact":"lin-%s@example.com","password":"night-owl","rail":"sandbox"}"""
                .formatted(stall.sku(), quantity, UUID.randomUUID()));
    }

    private void pay(Stall stall, Answer order) {
        var payment = Long.parseLong(order.json().path("payment").path("id").asString());
        settles.settle(new Notice("sandbox", "paid-" + payment, stall.shop().id(), payment, "sandbox-" + stall.shop().id(),
                Money.of(order.json().path("total").path("minor").asLong(), "CNY"), true));
    }

    private String state(Stall stall, Answer order) {
        return api.get(path(stall, order), null, "Order-Token", token(order)).json().path("state").asString();
    }

    private List<String> codes(Stall stall, Answer order) {
        var opened = api.post(path(stall, order) + "/reveal", null, "", "Order-Token", token(order));
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        return opened.json().path("cards").valueStream().map(card -> card.path("code").asString()).toList();
    }

    private static String path(Stall stall, Answer order) {
        return "/api/v1/shops/" + stall.shop().slug() + "/orders/" + order.json().path("number").asString();
    }

    private static String token(Answer order) {
        return order.json().path("token").asString();
    }

    /** Available, held and sold. */
    private List<Long> pool() {
        return jdbc.sql("select available, held, sold from inventory.pool where shop_id = ? and pool_id = ?")
                .params(keeper.shop().id().value(), keeper.pool().value())
                .query((row, n) -> List.of(row.getLong("available"), row.getLong("held"), row.getLong("sold"))).single();
    }

    private long ledgerAccounts(Shop shop) {
        return jdbc.sql("select count(*) from ledger.posting where shop_id = ?").param(shop.id().value()).query(Long.class).single();
    }

    private void assertClean() {
        for (var shop : List.of(keeper.shop(), borrower.shop())) {
            assertThat(audit.of(shop.id()).findings()).allSatisfy(finding -> assertThat(finding.violations()).as(finding.toString()).isEmpty());
        }
    }
}
