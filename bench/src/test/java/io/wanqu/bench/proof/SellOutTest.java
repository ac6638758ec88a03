package io.wanqu.bench.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred buyers and a marketplace empty one pool, in peace and while the server is killed; every other buyer repeats all he sends. */
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
        var marketplace = Marketplace.connect(world, goods, count / 3);
        var own = count - marketplace.quota();
        var began = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < BUYERS; n++) {
            threads.add(Thread.startVirtualThread(new Shopper(goods, till, n % 2 == 1)));
        }
        try {
            marketplace.sell(Math.max(30, count / 60));
            for (var kill = 1; kill <= kills; kill++) {
                var enough = own * kill / (kills + 1);
                await().atMost(SALE_MAX).until(() -> till.count() >= enough || !till.wrongs().isEmpty());
                killAndStart(world, kill % 2 == 0);
            }
            await().atMost(SALE_MAX).pollInterval(Duration.ofMillis(200)).until(() -> goods.counted("sold") == count || !till.wrongs().isEmpty());
            await().atMost(SALE_MAX).until(() -> till.count() == own && marketplace.delivered() || !till.wrongs().isEmpty());
        } finally {
            till.close();
            await().atMost(Duration.ofMinutes(4)).until(() -> threads.stream().noneMatch(Thread::isAlive));
        }
        var seconds = (System.nanoTime() - began) / 1_000_000_000.0;

        Recount.everyCardWentToOneOrder(world, goods, till, marketplace);
        World.say("%,d cards sold in %.1f s with %d kills: %,d by %d buyers of the own page, %,d on the marketplace"
                .formatted(count, seconds, kills, own, BUYERS, marketplace.quota()));
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
