package io.wanqu.inventory;

import io.wanqu.inventory.AllocationRule.Mode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Things that happen to a pool, for tests that let many of them happen. Channels are numbered from 1; 4 never has a rule. */
sealed interface PoolActs {

    int CHANNELS = 4;

    record Load(int units) implements PoolActs {
    }

    record TakeOut(int units) implements PoolActs {
    }

    record Hold(int channel, int units) implements PoolActs {
    }

    record Sell(int channel, int units) implements PoolActs {
    }

    /** @param pick which of the holds there are */
    record SellHeld(int pick) implements PoolActs {
    }

    record Release(int pick) implements PoolActs {
    }

    record SetRule(int channel, AllocationRule rule) implements PoolActs {
    }

    static Arbitrary<PoolActs> any() {
        var channel = Arbitraries.integers().between(1, CHANNELS);
        var units = Arbitraries.integers().between(1, 8);
        var pick = Arbitraries.integers().between(0, 9);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, units.map(Load::new)),
                net.jqwik.api.Tuple.of(1, units.map(TakeOut::new)),
                net.jqwik.api.Tuple.of(6, Combinators.combine(channel, units).as(Hold::new)),
                net.jqwik.api.Tuple.of(4, Combinators.combine(channel, units).as(Sell::new)),
                net.jqwik.api.Tuple.of(2, pick.map(SellHeld::new)),
                net.jqwik.api.Tuple.of(3, pick.map(Release::new)),
                net.jqwik.api.Tuple.of(3, Combinators.combine(Arbitraries.integers().between(1, CHANNELS - 1), rule()).as(SetRule::new)));
    }

    static Arbitrary<AllocationRule> rule() {
        var small = Arbitraries.integers().between(0, 12).map(Integer::longValue);
        return Combinators.combine(Arbitraries.of(Mode.class), small, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(-2, 2))
                .as((mode, quota, floor, priority) -> new AllocationRule(mode, mode == Mode.SHARED ? 0 : quota + 1, floor, priority,
                        100, 0, 0, 0, null, 0));
    }
}
