package io.wanqu.settlement.payout;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.database.ShopScope;

import org.springframework.stereotype.Component;

/** What everything done for a shop needs: its scope, and numbers for what is new. */
@Component
record ShopDesk(ShopScope scope, Ids ids) {
}
