package io.wanqu.ordering;

import java.time.Duration;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** How long after delivery an order of a channel counts as confirmed; somebody above decides it. Asked for every order. */
public interface ChannelClock {

    /** Empty where the usual clock holds. */
    Optional<Duration> confirmAfter(ShopId shop, ChannelId channel);
}
