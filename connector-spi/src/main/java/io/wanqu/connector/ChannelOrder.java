package io.wanqu.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its channel describes it now; ids are text, for they exceed what JavaScript can count.
 *
 * @param rawStatus what the channel wrote, whether it was understood or not
 * @param buyer the channel's opaque name of the buyer, null when hidden from us
 * @param updatedAt as the channel says; an older description never replaces a newer one
 * @param reach what else the channel lets us know of the buyer
 */
public record ChannelOrder(String externalOrderId, OrderStatus status, String rawStatus, List<Line> lines,
                           Total total, @Nullable String buyer, Times times, Reach reach) {

    public ChannelOrder {
        lines = List.copyOf(lines);
    }

    /** An order whose channel tells no more of the buyer than his name there. */
    public ChannelOrder(String externalOrderId, OrderStatus status, String rawStatus, List<Line> lines, Total total,
                        @Nullable String buyer, Times times) {
        this(externalOrderId, status, rawStatus, lines, total, buyer, times, Reach.NONE);
    }

    /**
     * How the buyer can be reached, as far as the channel opens it to this application; what is hidden is null.
     *
     * @param phone in full
     * @param maskedPhone with some of its digits hidden
     * @param addressee the channel's opaque name of a receiver, the same for the same name, number and address
     * @param unionid the buyer's number in all programs of one company, the same that its mini programs are told
     */
    public record Reach(@Nullable String phone, @Nullable String maskedPhone, @Nullable String addressee,
                        @Nullable String unionid) {

        public static final Reach NONE = new Reach(null, null, null);

        /** How to reach a buyer of whom other programs know nothing. */
        public Reach(@Nullable String phone, @Nullable String maskedPhone, @Nullable String addressee) {
            this(phone, maskedPhone, addressee, null);
        }

        @Override
        public String toString() {
            return "Reach[…]";
        }
    }

    /** What the buyer pays for the whole order, in the currency's smallest unit. */
    public record Total(long amountMinor, String currency) {
    }

    /** When things happened, by the channel's clock. */
    public record Times(Instant createdAt, @Nullable Instant paidAt, Instant updatedAt) {
    }

    /** Some pieces of one SKU. */
    public record Line(String externalLineId, Item item, int quantity, long amountMinor, Refund refund) {
    }

    /** What was bought; {@code outerSkuCode} is the code we gave the channel, null when none was given. */
    public record Item(String externalProductId, String externalSkuId, @Nullable String outerSkuCode) {
    }

    /** The after-sale that lies over a line. */
    public record Refund(RefundState state, String raw) {

        public static final Refund NONE = new Refund(RefundState.NONE, "");

        /** Nothing is delivered while money may be going back, nor where the code is not understood. */
        public boolean clear() {
            return state == RefundState.NONE;
        }
    }

    /** How far an after-sale has come. */
    public enum RefundState {
        NONE, REFUNDING, REFUNDED, UNKNOWN
    }

    /** Whether codes may be sent for the line. */
    public boolean deliverable(Line line) {
        return status.deliverable() && line.refund().clear();
    }
}
