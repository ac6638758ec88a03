package io.wanqu.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.wanqu.inventory.HoldAsk.Who;
import io.wanqu.inventory.ReleaseStock.Holding;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.inventory.sharing.SetAllocation;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.CountsStock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The histories of {@link PoolModelTest} again, through the use cases and over the database. */
@WanquTest
class PoolHistoriesTest {

    private static final int ACTS = 60;

    @Autowired
    private Storefront storefront;
    @Autowired
    private OpenPool openPool;
    @Autowired
    private SetAllocation setAllocation;
    @Autowired
    private HoldStock holdStock;
    @Autowired
    private TakeStock takeStock;
    @Autowired
    private ReleaseStock releaseStock;
    @Autowired
    private CountsStock countsStock;
    @Autowired
    private SellableStock sellableStock;
    @Autowired
    private PoolQueries pools;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Ids ids;

    private final PoolModel model = new PoolModel();
    private final List<Long> holders = new ArrayList<>();
    private Shop shop;
    private PoolId pool;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_database_says_what_the_model_says(long seed) {
        shop = storefront.shop();
        pool = openPool.open(shop.id(), "rare game", false);
        var random = new Random(seed);
        for (var n = 0; n < ACTS; n++) {
            var act = PoolActs.draw(random);
            happen(act);
            compare("act " + n + " of seed " + seed + ": " + act);
        }
    }

    private void happen(PoolActs act) {
        switch (act) {
            case PoolActs.Load(var units) -> {
                model.load(units);
                run(() -> countsStock.loaded(shop.id(), pool, units));
            }
            case PoolActs.TakeOut(var units) -> {
                var out = model.takeOut(units);
                run(() -> assertThat(countsStock.takeOut(shop.id(), pool, units)).isEqualTo(out));
            }
            case PoolActs.Hold(var channel, var units) -> hold(channel, units);
            case PoolActs.Sell(var channel, var units) -> sell(channel, units);
            case PoolActs.SellHeld(var pick) -> {
                if (!holders.isEmpty()) {
                    var hold = model.holds.get(pick % holders.size());
                    var holder = holders.remove(pick % holders.size());
                    model.sellHeld(hold);
                    assertThat(take(holder, hold.channel(), hold.units())).containsExactly(1);
                }
            }
            case PoolActs.Release(var pick) -> {
                if (!holders.isEmpty()) {
                    model.release(model.holds.get(pick % holders.size()));
                    var holder = holders.remove(pick % holders.size());
                    run(() -> releaseStock.release(List.of(new Holding(shop.id(), holder), new Holding(shop.id(), -1))));
                }
            }
            case PoolActs.SetRule(var channel, var rule) -> {
                if (model.mayPromise(channel, rule)) {
                    model.rule(channel, rule);
                    setAllocation.set(shop.id(), pool, channel(channel), rule, "mei");
                } else {
                    assertThat(catchThrowable(
                            () -> setAllocation.set(shop.id(), pool, channel(channel), rule, "mei")))
                            .isInstanceOf(InventoryProblem.QuotaTooLarge.class);
                }
            }
        }
    }

    private void hold(int channel, int units) {
        var holder = ids.next();
        var ask = new HoldAsk(shop.id(), channel(channel), holder, List.of(new HoldAsk.Line(1, pool, units)), Who.NOBODY, null, null);
        var outcome = transaction.execute(status -> holdStock.hold(List.of(ask)).getFirst());
        if (model.sellable(channel) >= units) {
            model.hold(channel, units);
            holders.add(holder);
            assertThat(outcome).isInstanceOf(HoldOutcome.Held.class);
        } else {
            assertThat(outcome).isInstanceOfSatisfying(HoldOutcome.Refused.class,
                    refused -> assertThat(refused.why().facts()).containsEntry("left", model.sellable(channel)));
        }
    }

    private void sell(int channel, int units) {
        var enough = model.sellable(channel) >= units;
        if (enough) {
            model.sell(channel, units);
        }
        assertThat(take(ids.next(), channel, units)).isEqualTo(enough ? Set.of(1) : Set.of());
    }

    private Set<Integer> take(long holder, int channel, int units) {
        var ask = new TakeAsk(shop.id(), channel(channel), holder, List.of(new HoldAsk.Line(1, pool, units)));
        return transaction.execute(status -> takeStock.take(List.of(ask)).getFirst());
    }

    private void compare(String when) {
        var row = pools.get(shop.id(), pool);
        assertThat(List.of(row.loaded(), row.available(), row.held(), row.sold(), row.voided())).as(when)
                .isEqualTo(List.of(model.loaded, model.available, model.held(), model.sold, model.voided));
        for (var channel = 1; channel <= PoolActs.CHANNELS; channel++) {
            assertThat(sellableStock.sellable(shop.id(), channel(channel), List.of(pool))).as(when).containsEntry(pool, model.sellable(channel));
        }
        assertThat(jdbc.sql("select coalesce(sum(quantity), 0) from inventory.hold where shop_id = ?").param(shop.id().value())
                .query(Long.class).single()).as(when).isEqualTo(model.held());
    }

    @Test
    void a_pool_that_is_not_there_is_refused_and_told_as_nothing() {
        shop = storefront.shop();
        pool = new PoolId(ids.next());
        var ask = new HoldAsk(shop.id(), channel(1), ids.next(), List.of(new HoldAsk.Line(1, pool, 1)), Who.NOBODY, null, null);

        var outcome = transaction.execute(status -> holdStock.hold(List.of(ask)).getFirst());

        assertThat(outcome).isInstanceOfSatisfying(HoldOutcome.Refused.class,
                refused -> assertThat(refused.why()).isInstanceOf(InventoryProblem.UnknownPool.class));
        assertThat(take(ids.next(), 1, 1)).isEmpty();
        assertThat(sellableStock.pushes(shop.id(), channel(1), List.of(pool))).isEmpty();
    }

    private static ChannelId channel(int number) {
        return new ChannelId(number);
    }

    private void run(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
