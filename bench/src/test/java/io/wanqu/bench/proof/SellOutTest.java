package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred buyers empty a pool by several routes, in peace and while the server is killed. */
@ExtendWith(World.Shared.class)
class SellOutTest {

    private static final int BUYERS = 200;
    private static final Duration SALE_MAX = Duration.ofMinutes(20);

    @Test
    void two_thousand_cards_go_to_two_thousand_orders(World world) throws Exception {
        sellOut(world, 2_000, 0);
    }

    @Test
    void two_thousand_cards_survive_two_kills(World world) throws Exception {
        sellOut(world, 2_000, 2);
    }

    @Test
    @Tag("long")
    void twenty_thousand_cards_go_to_twenty_thousand_orders(World world) throws Exception {
        sellOut(world, 20_000, 0);
    }

    @Test
    @Tag("long")
    void twenty_thousand_cards_survive_two_kills(World world) throws Exception {
        sellOut(world, 20_000, 2);
    }

    private static void sellOut(World world, int count, int kills) throws Exception {
        var goods = Goods.of(world.openShop(), "sell-out", "sellout-" + UUID.randomUUID(), count);
        var till = new Till();
        var began = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < BUYERS; n++) {
            threads.add(Thread.startVirtualThread(new Shopper(goods, till, n % 2 == 1)));
        }
        try {
            for (var kill = 1; kill <= kills; kill++) {
                var enough = count * kill / (kills + 1);
                await().atMost(SALE_MAX).until(() -> till.count() >= enough || !till.wrongs().isEmpty());
                killAndStart(world, kill % 2 == 0);
            }
            await().atMost(SALE_MAX).pollInterval(Duration.ofMillis(200)).until(() -> goods.counted("sold") == count || !till.wrongs().isEmpty());
            await().atMost(SALE_MAX).until(() -> till.count() == count || !till.wrongs().isEmpty());
        } finally {
            till.close();
            for (var thread : threads) {
                thread.join(Duration.ofMinutes(5));
            }
        }
        var seconds = (System.nanoTime() - began) / 1_000_000_000.0;

        assertThat(threads).noneMatch(Thread::isAlive);
        Recount.everyCardWentToOneOrder(world, goods, till, 0);
        World.say("%,d cards sold to %d buyers in %.1f s, %d kills".formatted(count, BUYERS, seconds, kills));
    }

    private static void killAndStart(World world, boolean withDatabase) throws IOException {
        if (withDatabase) {
            world.server().killWithDatabase();
        } else {
            world.server().kill();
        }
        world.server().start();
    }
}
