package io.wanqu.payment;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** Whether a channel may be paid by a rail at all; somebody above decides it. Asked for every payment. */
public interface RailsAllowed {

    boolean allows(ShopId shop, ChannelId channel, String rail);
}
