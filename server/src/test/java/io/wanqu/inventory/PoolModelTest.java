package io.wanqu.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Share;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lets anything happen to a pool, in any order, and compares it after each step with the plain model. */
class PoolModelTest {

    private PoolModel model = new PoolModel();
    private List<Share.FromQuota> quotaOfHolds = new ArrayList<>();
    private Pool pool = empty();

    @Provide
    Arbitrary<List<PoolActs>> histories() {
        return PoolActs.any().list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 2000)
    void a_pool_does_what_the_model_does(@ForAll("histories") List<PoolActs> history) {
        model = new PoolModel();
        quotaOfHolds = new ArrayList<>();
        pool = empty();
        for (var act : history) {
            var before = pool.counts();
            var hardBefore = hardLeft();
            happen(act);
            compare();
            assertThat(pool.counts().available()).isGreaterThanOrEqualTo(0);
            if (!(act instanceof PoolActs.TakeOut) && hardBefore <= before.available()) {
                assertThat(hardLeft()).as("hard quotas are backed by units after %s", act).isLessThanOrEqualTo(pool.counts().available());
            }
            if (act instanceof PoolActs.Sell(var channel, var units) && channel == PoolActs.CHANNELS
                    && before.available() >= greatestFloor()) {
                assertThat(pool.counts().available()).as("floors are kept").isGreaterThanOrEqualTo(greatestFloor());
            }
        }
    }

    private static Pool empty() {
        return new Pool(new PoolKey(new ShopId(1), new PoolId(1)), false, new Pool.Counts(0, 0, 0, 0, 0, 0, 0), List.of());
    }

    private void happen(PoolActs act) {
        switch (act) {
            case PoolActs.Load(var units) -> {
                pool.load(units);
                model.load(units);
            }
            case PoolActs.TakeOut(var units) -> assertThat(pool.takeOut(units)).isEqualTo(model.takeOut(units));
            case PoolActs.Hold(var channel, var wanted) -> {
                var units = (int) Math.min(wanted, pool.sellable(new ChannelId(channel)));
                if (units > 0) {
                    model.hold(channel, units);
                    quotaOfHolds.add(pool.hold(new ChannelId(channel), units));
                }
            }
            case PoolActs.Sell(var channel, var wanted) -> {
                var units = (int) Math.min(wanted, pool.sellable(new ChannelId(channel)));
                if (units > 0) {
                    pool.sell(new ChannelId(channel), units);
                    model.sell(channel, units);
                }
            }
            case PoolActs.SellHeld(var pick) -> end(pick, true);
            case PoolActs.Release(var pick) -> end(pick, false);
            case PoolActs.SetRule(var channel, var rule) -> {
                if (model.mayPromise(channel, rule)) {
                    model.rule(channel, rule);
                    set(channel, rule);
                }
            }
        }
    }

    private void end(int pick, boolean sell) {
        if (model.holds.isEmpty()) {
            return;
        }
        var index = pick % model.holds.size();
        var hold = model.holds.get(index);
        var fromQuota = quotaOfHolds.remove(index);
        if (sell) {
            pool.sellHeld(hold.units());
            model.sellHeld(hold);
        } else {
            pool.release(new ChannelId(hold.channel()), hold.units(), fromQuota);
            model.release(hold);
        }
    }

    private void set(int channel, AllocationRule rule) {
        var shares = new ArrayList<>(pool.shares().stream().filter(share -> share.channel.value() != channel).toList());
        shares.add(new Share(new ChannelId(channel), rule, model.members.get(channel).version, 0, 0));
        pool = new Pool(pool.key, false, pool.counts(), shares);
    }

    private void compare() {
        assertThat(pool.counts())
                .isEqualTo(new Pool.Counts(model.loaded, model.available, model.held(), 0, model.sold, model.voided, 0));
        assertThat(model.available + model.held() + model.sold + model.voided).isEqualTo(model.loaded);
        for (var channel = 1; channel <= PoolActs.CHANNELS; channel++) {
            assertThat(pool.sellable(new ChannelId(channel))).as("sellable on %s", channel).isEqualTo(model.sellable(channel));
        }
        for (var share : pool.shares()) {
            var member = model.members.get((int) share.channel.value());
            assertThat(List.of(share.taken(), share.lent())).as("quota of %s", share.channel).isEqualTo(List.of(member.used, member.lent));
            assertThat(share.taken()).isNotNegative();
            if (share.rule.mode() == Mode.HARD) {
                assertThat(share.taken()).isLessThanOrEqualTo(share.rule.quota());
                assertThat(share.lent()).isZero();
            }
        }
    }

    private long hardLeft() {
        return pool.shares().stream().filter(share -> share.rule.mode() == Mode.HARD).mapToLong(Share::quotaLeft).sum();
    }

    private long greatestFloor() {
        return pool.shares().stream().filter(share -> share.rule.mode() != Mode.HARD).mapToLong(share -> share.rule.floor()).max().orElse(0);
    }
}
