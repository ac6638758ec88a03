package io.wanqu.aftersale.dispute;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param asked    what the goods named in it cost, or what the buyer asked for of it
 * @param excluded which units were left out, and why
 */
public record CaseRow(ShopId shop, long id, OrderId order, int line, PoolId pool, String kind, List<Integer> units, Money asked, String state,
        @Nullable String outcome, Money granted, @Nullable String decidedBy, String excluded, Instant openedAt, @Nullable Instant deadline,
        @Nullable Instant endedAt) {

    static final String OPENED = "opened";
    static final String REFUSED = "refused";
    static final String ESCALATED = "escalated";
    static final String AGREED = "agreed";
    static final String EXCHANGE = "exchange";
    static final String PARTIAL = "partial";
}
