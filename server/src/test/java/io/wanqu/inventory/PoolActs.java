package io.wanqu.inventory;

import java.util.Random;

import io.wanqu.inventory.AllocationRule.Mode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

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
                Tuple.of(4, units.map(Load::new)),
                Tuple.of(1, units.map(TakeOut::new)),
                Tuple.of(6, Combinators.combine(channel, units).as(Hold::new)),
                Tuple.of(4, Combinators.combine(channel, units).as(Sell::new)),
                Tuple.of(2, pick.map(SellHeld::new)),
                Tuple.of(3, pick.map(Release::new)),
                Tuple.of(3, Combinators.combine(Arbitraries.integers().between(1, CHANNELS - 1), rule()).as(SetRule::new)));
    }

    /** The same without a property around it. */
    static PoolActs draw(Random random) {
        var channel = 1 + random.nextInt(CHANNELS);
        var units = 1 + random.nextInt(8);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Load(units);
            case 2 -> new TakeOut(units);
            case 3, 4, 5 -> new Hold(channel, units);
            case 6, 7 -> new Sell(channel, units);
            case 8 -> new SellHeld(random.nextInt(10));
            case 9 -> new Release(random.nextInt(10));
            default -> {
                var mode = Mode.values()[random.nextInt(Mode.values().length)];
                yield new SetRule(1 + random.nextInt(CHANNELS - 1), new AllocationRule(mode, mode == Mode.SHARED ? 0 : 1 + random.nextInt(12),
                        random.nextInt(6), random.nextInt(5) - 2, 100, 0, 0, 0, null, 0));
            }
        };
    }

    static Arbitrary<AllocationRule> rule() {
        var small = Arbitraries.integers().between(0, 12).map(Integer::longValue);
        return Combinators.combine(Arbitraries.of(Mode.class), small, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(-2, 2))
                .as((mode, quota, floor, priority) -> new AllocationRule(mode, mode == Mode.SHARED ? 0 : quota + 1, floor, priority,
                        100, 0, 0, 0, null, 0));
    }
}
