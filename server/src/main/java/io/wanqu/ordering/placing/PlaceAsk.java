package io.wanqu.ordering.placing;

import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * An order as a buyer asks for it.
 *
 * @param totalMinor  the total the buyer was shown; a different price refuses the order rather than surprise anybody
 * @param requestKey  the buyer's idempotency key: the same key and content give the same order
 * @param waitingFor  a place in the waiting list whose offer this order takes up
 */
public record PlaceAsk(ShopId shop, ChannelId channel, List<Line> lines, Buyer buyer, String rail, @Nullable Long totalMinor,
        String requestKey, @Nullable Long waitingFor) {

    /** So many of a variant, or just these cards of it. */
    public record Line(SkuId sku, int quantity, List<Long> chosen) {
    }

    /**
     * Who asks.
     *
     * @param contact  mail address or phone number; sealed at rest
     * @param password with which the order can be looked up, beside the signed link
     * @param device   what the page says of the device
     * @param address  network address
     * @param account  where he is signed in
     * @param proven   whether he has passed the challenge that was put to him for this order
     */
    public record Buyer(String contact, @Nullable String password, @Nullable String device, String address, @Nullable AccountId account,
            boolean proven) {

        public Buyer(String contact, @Nullable String password, @Nullable String device, String address) {
            this(contact, password, device, address, null, false);
        }

        @Override
        public String toString() {
            return "Buyer[…]";
        }
    }
}
