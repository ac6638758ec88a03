package io.wanqu.inventory.sharing;

import io.wanqu.kernel.PoolId;

/** A pool as the shop's staff see it. */
public record PoolView(PoolId id, String name, boolean daily, long loaded, long available, long held, long consigned, long sold,
        long voided) {
}
