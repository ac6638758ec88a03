package io.wanqu.inventory;

import java.util.concurrent.TimeUnit;

import io.wanqu.inventory.AllocationRule.Mode;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the push formula costs, with its explanation. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PushBench {

    private final AllocationRule rule = new AllocationRule(Mode.SOFT, 200, 5, 1, 90, 3, 2, 1, 800L, 1);
    private long sellable = 1_000;

    @Benchmark
    public Push what_a_channel_is_told() {
        sellable = sellable == 0 ? 1_000 : sellable - 1;
        return Push.of(rule, sellable);
    }
}
