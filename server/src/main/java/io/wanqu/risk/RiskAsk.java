package io.wanqu.risk;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants to do and that may be harmful.
 *
 * @param subject what it is about: an order
 * @param proven  whether he has passed the challenge that was put to him for this very thing
 */
public record RiskAsk(ShopId shop, ChannelId channel, Act act, long subject, Who who, Basket basket, boolean proven) {

    /** What he wants to do. */
    public enum Act {
        PLACE, PAY
    }

    /**
     * Who it is, as far as it can be seen; nothing of it is kept but keyed hashes.
     *
     * @param person  a mail address, a phone number, or how a channel calls him
     * @param address the network address
     * @param payer   how the provider of the rail knows him, or his card
     */
    public record Who(@Nullable String person, @Nullable String device, @Nullable String address, @Nullable String payer) {

        @Override
        public String toString() {
            return "Who[…]";
        }
    }

    public record Basket(List<SkuId> skus, int quantity, long totalMinor) {
    }
}
