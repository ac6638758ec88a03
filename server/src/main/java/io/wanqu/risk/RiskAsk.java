package io.wanqu.risk;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.AccountId;
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

    /** What he wants to do, or has done: what was bought on a marketplace can only be held. */
    public enum Act {
        PLACE, PAY, TAKE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who it is, as far as it can be seen; nothing of it is kept but keyed hashes.
     *
     * @param person  a mail address, a phone number, or how a channel calls him
     * @param address the network address
     * @param payer   how the provider of the rail knows him, or his card
     * @param account where he is signed in
     */
    public record Who(@Nullable String person, @Nullable String device, @Nullable String address, @Nullable String payer,
            @Nullable AccountId account) {

        @Override
        public String toString() {
            return "Who[…]";
        }
    }

    public record Basket(List<SkuId> skus, int quantity, long totalMinor) {
    }
}
