package io.wanqu.storefront.voucher;

import java.time.Duration;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop says that the cards of a pool are vouchers. */
@RestController
class VoucherPoolController {

    private static final int USES_MAX = 1000;
    private static final int WEEK_MINUTES = 7 * 24 * 60;

    private final VoucherPools pools;
    private final ShopScope scope;

    VoucherPoolController(VoucherPools pools, ShopScope scope) {
        this.pools = pools;
        this.scope = scope;
    }

    /** Vouchers that were redeemed before keep the uses they had. */
    @PutMapping("/api/v1/voucher-pools/{pool}")
    Response mark(Caller caller, @PathVariable PoolId pool, @RequestBody Request request) {
        var shop = caller.must(Scope.CARDS_WRITE);
        var marked = new VoucherPool(shop, pool, Require.between("/uses", request.uses, 1, USES_MAX),
                Duration.ofMinutes(Require.between("/reversalMinutes", request.reversalMinutes, 0, WEEK_MINUTES)));
        scope.in(shop, () -> {
            pools.put(marked);
            return marked;
        });
        return new Response(pool, marked.uses(), (int) marked.reversal().toMinutes());
    }

    record Request(@Nullable Integer uses, @Nullable Integer reversalMinutes) {
    }

    record Response(PoolId pool, int uses, int reversalMinutes) {
    }
}
