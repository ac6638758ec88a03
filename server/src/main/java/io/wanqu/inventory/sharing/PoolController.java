package io.wanqu.inventory.sharing;

import java.util.List;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.Push;
import io.wanqu.inventory.SellableStock;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pools and how channels share them, for the shop's staff. */
@RestController
class PoolController {

    private final OpenPool openPool;
    private final SetAllocation setAllocation;
    private final PoolQueries pools;
    private final SellableStock sellable;
    private final CompareShares compare;
    private final ShopScope scope;

    PoolController(OpenPool openPool, SetAllocation setAllocation, PoolQueries pools, SellableStock sellable, CompareShares compare,
            ShopScope scope) {
        this.openPool = openPool;
        this.setAllocation = setAllocation;
        this.pools = pools;
        this.sellable = sellable;
        this.compare = compare;
        this.scope = scope;
    }

    @PostMapping("/api/v1/pools")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    PoolView open(Caller caller, @RequestBody OpenRequest request) {
        var shop = caller.must(Scope.STOCK_WRITE);
        return scope.in(shop, () -> pools.get(shop, openPool.open(shop, request.name, request.daily)));
    }

    @GetMapping("/api/v1/pools")
    Page<PoolView> list(Caller caller, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        var shop = caller.must(Scope.STOCK_READ);
        return scope.in(shop, () -> pools.list(shop, after, Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    @GetMapping("/api/v1/pools/{pool}")
    PoolView get(Caller caller, @PathVariable PoolId pool) {
        var shop = caller.must(Scope.STOCK_READ);
        return scope.in(shop, () -> pools.get(shop, pool));
    }

    /** How channels share the pool: those with a rule, and those that are asked for. */
    @GetMapping("/api/v1/pools/{pool}/allocations")
    List<CompareShares.Told> shares(Caller caller, @PathVariable PoolId pool, @RequestParam(defaultValue = "") List<ChannelId> channels) {
        var shop = caller.must(Scope.STOCK_READ);
        return scope.in(shop, () -> compare.now(shop, pool, channels));
    }

    /** What all channels would be told if one had another rule; nothing is changed. */
    @PostMapping("/api/v1/pools/{pool}/trials")
    List<CompareShares.Compared> wouldBe(Caller caller, @PathVariable PoolId pool, @RequestBody TrialRequest request) {
        var shop = caller.must(Scope.STOCK_READ);
        var channel = Require.present("/channel", request.channel, "the id of a channel");
        var rule = Require.present("/rule", request.rule, "a rule");
        return scope.in(shop, () -> compare.with(shop, pool, request.others(), new CompareShares.Wish(channel, rule)));
    }

    /** What the channel is told now, step by step. */
    @GetMapping("/api/v1/pools/{pool}/allocations/{channel}")
    AllocationView explain(Caller caller, @PathVariable PoolId pool, @PathVariable ChannelId channel) {
        var shop = caller.must(Scope.STOCK_READ);
        return view(shop, pool, channel);
    }

    @PutMapping("/api/v1/pools/{pool}/allocations/{channel}")
    @Idempotent
    AllocationView set(Caller caller, @PathVariable PoolId pool, @PathVariable ChannelId channel, @RequestBody AllocationRule rule) {
        var shop = caller.must(Scope.STOCK_WRITE);
        scope.in(shop, () -> {
            setAllocation.set(shop, pool, channel, rule, caller.name());
            return pool;
        });
        return view(shop, pool, channel);
    }

    private AllocationView view(ShopId shop, PoolId pool, ChannelId channel) {
        return scope.in(shop, () -> {
            pools.get(shop, pool);
            return new AllocationView(sellable.pushes(shop, channel, List.of(pool)).get(pool), pools.changes(shop, pool, channel));
        });
    }

    record TrialRequest(@Nullable ChannelId channel, @Nullable AllocationRule rule, @Nullable List<ChannelId> channels) {

        List<ChannelId> others() {
            return channels == null ? List.of() : channels;
        }
    }

    record OpenRequest(String name, boolean daily) {
    }

    record AllocationView(Push push, List<PoolQueries.Change> changes) {
    }
}
