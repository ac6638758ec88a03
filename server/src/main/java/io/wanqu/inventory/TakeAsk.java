package io.wanqu.inventory;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** Stock to be sold to a holder that has paid: what it holds, and whatever it no longer holds once more from the pool. */
public record TakeAsk(ShopId shop, ChannelId channel, long holder, List<HoldAsk.Line> lines) {
}
