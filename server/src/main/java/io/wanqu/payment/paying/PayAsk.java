package io.wanqu.payment.paying;

import java.net.URI;
import java.time.Instant;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to pay for something.
 *
 * @param until  when the thing is no longer kept for him; the payment ends a little earlier
 * @param method in words, for example {@code native}
 * @param rail   the one he chose; null leaves the choice to what the channel allows
 */
public record PayAsk(ShopId shop, ChannelId channel, long subject, Money amount, String description, Instant until, String method,
        @Nullable String rail, Payer payer) {

    /**
     * @param payerId   how the provider knows him, for example an openid
     * @param returnUrl where his browser goes afterwards
     */
    public record Payer(@Nullable String clientIp, @Nullable String payerId, @Nullable URI returnUrl) {

        @Override
        public String toString() {
            return "Payer[…]";
        }
    }
}
