package io.wanqu.channel.rollout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.wanqu.catalog.Offers;
import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.rollout.Rollouts.Rollout;
import io.wanqu.channel.rollout.Rollouts.Step;
import io.wanqu.channel.stock.KeepStockTold;
import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.sharing.SetAllocation;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a channel from stage to stage; its stock is told anew each time. */
@Service
class ChangeStage {

    private final Rollouts rollouts;
    private final Offers offers;
    private final SetAllocation setAllocation;
    private final Restock restock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeStage(Rollouts rollouts, Offers offers, SetAllocation setAllocation, Restock restock, TransactionTemplate transaction, Clock clock) {
        this.rollouts = rollouts;
        this.offers = offers;
        this.setAllocation = setAllocation;
        this.restock = restock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By a person: a step forward out of a pilot must pass the gate, a step back is always free. */
    void set(Rollout wanted, String reason, String by) {
        transaction.executeWithoutResult(status -> {
            var key = wanted.key();
            var before = rollouts.find(key);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var from = before.map(Rollout::stage).orElse(Stage.FULL);
            var figures = before.map(it -> rollouts.figures(it, now)).orElse(new Figures(0, 0, 0, 0, 0, 0));
            if (before.isPresent() && wanted.stage() == Stage.FULL && from != Stage.FULL) {
                var hindrance = from == Stage.DRAFT ? Optional.of("a pilot comes first") : figures.hindrance(before.get().plan());
                hindrance.ifPresent(why -> {
                    throw new ChannelProblem.GateNotPassed(figures.facts(), why);
                });
            }
            before.ifPresent(it -> share(it, AllocationRule.SHARED, by));
            if (wanted.stage() == Stage.PILOT) {
                share(wanted, rule(Mode.HARD, wanted.plan().quota()), by);
            }
            rollouts.write(new Rollout(key, wanted.stage(), wanted.plan(), wanted.skus(), now));
            rollouts.note(key, new Step(from.text(), wanted.stage().text(), reason, figures, by, now));
            restock.all(key);
        });
    }

    /** Looks at the gate, and steps back when it fails; the answer is why. */
    Optional<String> check(Rollout rollout) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var figures = rollouts.figures(rollout, now);
        var failure = rollout.stage() == Stage.DRAFT ? Optional.<String>empty() : figures.failure(rollout.plan());
        failure.ifPresent(why -> transaction.executeWithoutResult(status -> {
            var to = rollout.stage().before();
            if (rollouts.move(rollout, to, now)) {
                rollouts.note(rollout.key(), new Step(rollout.stage().text(), to.text(), why, figures, "the gate", now));
                share(rollout, to == Stage.PILOT ? most(rollout.plan().quota()) : AllocationRule.SHARED, "the gate");
                restock.all(rollout.key());
            }
        }));
        return failure;
    }

    private void share(Rollout rollout, AllocationRule rule, String by) {
        pools(rollout.skus()).forEach(pool -> setAllocation.set(rollout.key().shop(), pool, rollout.key().channel(), rule, by));
    }

    private Set<PoolId> pools(Collection<SkuId> skus) {
        var pools = new TreeSet<PoolId>(Comparator.comparingLong(PoolId::value));
        offers.find(skus).values().forEach(offer -> pools.add(offer.pool()));
        return pools;
    }

    /** A gate must never be held up by a quota that no longer fits, so it limits what is told and reserves nothing. */
    private static AllocationRule most(long quota) {
        return new AllocationRule(Mode.SHARED, 0, 0, 0, 100, 0, 0, 0, quota, 0);
    }

    private static AllocationRule rule(Mode mode, long quota) {
        return new AllocationRule(mode, quota, 0, 0, 100, 0, 0, 0, null, 0);
    }

    /** Makes every listing of a channel due. */
    @Service
    static class Restock {

        private final Listings listings;
        private final KeepStockTold keepStockTold;

        Restock(Listings listings, KeepStockTold keepStockTold) {
            this.listings = listings;
            this.keepStockTold = keepStockTold;
        }

        void all(ChannelKey key) {
            keepStockTold.begin(key, listings.of(key).keySet());
        }
    }
}
