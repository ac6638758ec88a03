package io.wanqu.pricing;

import java.util.concurrent.TimeUnit;

import io.wanqu.catalog.Offer;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a price costs once its row was found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuoteBench {

    private final Ask ask = new Ask(new Offer(new ShopId(1), new SkuId(2), 3, new PoolId(4), "Game card", Money.of(990, "CNY"), true, 10, false),
            new ChannelId(5), 3);
    private final Tiers.Tier tier = new Tiers.Tier("Festival", true, 2, 880);

    @Benchmark
    public Price price_of_a_tier() {
        return Quote.price(ask, tier);
    }
}
