package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.Placed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callbacks as rails really send them: doubled, out of order, late, and some that no rail sent. */
@ExtendWith(World.Shared.class)
class PaymentCallbacksTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void a_callback_told_forty_times_at_once_delivers_once(World world) throws Exception {
        var goods = goods(world, 5);
        try (var buyer = new Buyer(goods.shop())) {
            var order = buyer.placed(Basket.of(goods.sku()));

            var statuses = together(40, goods, it -> it.pay(order).status());

            assertThat(statuses).hasSize(40).containsOnly(200);
            assertThat(state(buyer, order)).isEqualTo("delivered");
            assertThat(goods.counted("sold")).isEqualTo(1);
            assertThat(rows(world, goods, "vault.delivery")).isEqualTo(1);
            assertThat(rows(world, goods, "ledger.posting")).isEqualTo(1);
        }
        Recount.auditIsClean(goods);
    }

    @Test
    void callbacks_in_any_order_deliver_each_order_once(World world) throws Exception {
        var goods = goods(world, 20);
        try (var buyer = new Buyer(goods.shop())) {
            var orders = new ArrayList<Placed>();
            for (var n = 0; n < 20; n++) {
                orders.add(buyer.placed(Basket.of(goods.sku())));
            }
            Collections.reverse(orders);

            for (var order : orders) {
                assertThat(buyer.pay(order).status()).isEqualTo(200);
                assertThat(buyer.notify(goods.shop().sandbox().callback(order.payment(), order.minor(), "FAIL")).status()).isEqualTo(200);
            }

            for (var order : orders) {
                assertThat(state(buyer, order)).isEqualTo("delivered");
            }
            assertThat(goods.counted("sold")).isEqualTo(20);
            assertThat(rows(world, goods, "vault.delivery")).isEqualTo(20);
        }
        Recount.auditIsClean(goods);
    }

    @Test
    void a_payment_after_the_hold_ran_out_is_served_while_there_is_stock_and_returned_when_there_is_none(World world) throws Exception {
        var goods = goods(world, 2);
        try (var buyer = new Buyer(goods.shop())) {
            var first = expired(world, goods, buyer);
            var second = expired(world, goods, buyer);
            var third = expired(world, goods, buyer);
            assertThat(goods.counted("available")).isEqualTo(2);

            assertThat(buyer.pay(first).status()).isEqualTo(200);
            assertThat(buyer.pay(second).status()).isEqualTo(200);
            assertThat(buyer.pay(third).status()).isEqualTo(200);

            assertThat(state(buyer, first)).isEqualTo("delivered");
            assertThat(state(buyer, second)).isEqualTo("delivered");
            assertThat(state(buyer, third)).isEqualTo("paid_late");
            passDeadline(world, goods, third);
            await().atMost(SOON).until(() -> state(buyer, third).equals("refunded"));
            assertThat(goods.counted("sold")).isEqualTo(2);
            assertThat(rows(world, goods, "payment.refund")).isEqualTo(1);
        }
        Recount.auditIsClean(goods);
    }

    @Test
    void a_forged_callback_changes_nothing(World world) throws Exception {
        var goods = goods(world, 3);
        var sandbox = goods.shop().sandbox();
        var stranger = world.openShop().sandbox();
        var now = Clock.systemUTC().instant().getEpochSecond();
        try (var buyer = new Buyer(goods.shop())) {
            var order = buyer.placed(Basket.of(goods.sku()));
            var good = sandbox.callback(order.payment(), order.minor(), "SUCCESS");
            var cheap = sandbox.callback(order.payment(), 1, "SUCCESS");

            assertThat(buyer.notify(good, "Sandbox-Signature: t=" + now + ",v1=" + "0".repeat(64)).status()).isBetween(400, 499);
            assertThat(buyer.notify(good, "Sandbox-Signature: nonsense").status()).isBetween(400, 499);
            assertThat(buyer.notify(good, "X-Nothing: 1").status()).isBetween(400, 499);
            assertThat(buyer.notify(good, stranger.signature(now, good)).status()).isBetween(400, 499);
            assertThat(buyer.notify(cheap, sandbox.signature(now, good)).status()).isBetween(400, 499);
            assertThat(buyer.notify(good, sandbox.signature(now - 3600, good)).status()).isBetween(400, 499);
            assertThat(buyer.notify(good, sandbox.signature(now + 3600, good)).status()).isBetween(400, 499);
            assertThat(buyer.notify(cheap, sandbox.signature(now, cheap)).status()).isBetween(400, 499);
            assertThat(buyer.notify(good.replace("CNY", "USD")).status()).isBetween(400, 499);
            assertThat(buyer.notify(good.replace(sandbox.payee(), "somebody-else")).status()).isBetween(400, 499);

            assertThat(state(buyer, order)).isEqualTo("placed");
            assertThat(goods.counted("sold")).isZero();
            assertThat(rows(world, goods, "payment.rail_event")).isZero();
            assertThat(rows(world, goods, "vault.delivery")).isZero();
            assertThat(rows(world, goods, "ledger.posting")).isZero();
        }
        Recount.auditIsClean(goods);
    }

    private static Goods goods(World world, int count) throws IOException {
        return Goods.of(world.openShop(), "callbacks", "callback-" + UUID.randomUUID(), count);
    }

    private static Placed expired(World world, Goods goods, Buyer buyer) throws IOException {
        var order = buyer.placed(Basket.of(goods.sku()));
        passDeadline(world, goods, order);
        await().atMost(SOON).until(() -> state(buyer, order).equals("expired"));
        return order;
    }

    /** What otherwise takes a quarter of an hour: the deadline is moved, not the clock. */
    private static void passDeadline(World world, Goods goods, Placed order) {
        world.server().database().run("update ordering.customer_order set deadline = now() - interval '1 second' where shop_id = "
                + goods.shop().id() + " and order_id = " + order.number());
    }

    private static String state(Buyer buyer, Placed order) throws IOException {
        return buyer.look(order).must().json().get("state").asString();
    }

    private static long rows(World world, Goods goods, String table) {
        return world.server().database().count("select count(*) from " + table + " where shop_id = " + goods.shop().id());
    }

    private static Queue<Integer> together(int count, Goods goods, Call call) throws InterruptedException {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < count; n++) {
            threads.add(Thread.startVirtualThread(() -> {
                try (var buyer = new Buyer(goods.shop())) {
                    statuses.add(call.status(buyer));
                } catch (IOException e) {
                    statuses.add(0);
                }
            }));
        }
        for (var thread : List.copyOf(threads)) {
            thread.join();
        }
        return statuses;
    }

    private interface Call {
        int status(Buyer buyer) throws IOException;
    }
}
