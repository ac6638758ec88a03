package io.wanqu.ordering;

import java.util.Map;

import io.wanqu.kernel.Problem;
import io.wanqu.kernel.SkuId;

/** Every way in which an order can be refused. */
public abstract sealed class OrderingProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private OrderingProblem(String code, Kind kind, Map<String, Object> facts) {
        super("ordering." + code, kind, facts);
    }

    public static final class ShopClosed extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public ShopClosed() {
            super("shop-closed", Kind.CONFLICT, Map.of());
        }
    }

    public static final class UnknownSku extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public UnknownSku(SkuId sku) {
            super("unknown-sku", Kind.NOT_FOUND, Map.of("field", "/lines/sku", "sku", sku));
        }
    }

    public static final class NotOnSale extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NotOnSale(SkuId sku) {
            super("not-on-sale", Kind.CONFLICT, Map.of("sku", sku));
        }
    }

    public static final class QuantityOutOfRange extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public QuantityOutOfRange(SkuId sku, int quantity, int most) {
            super("quantity-out-of-range", Kind.INVALID,
                    Map.of("field", "/lines/quantity", "sku", sku, "got", quantity, "expected", "from 1 to " + most));
        }
    }

    public static final class EmptyOrder extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public EmptyOrder(int most) {
            super("empty-order", Kind.INVALID, Map.of("field", "/lines", "expected", "from 1 to " + most + " lines, each with its own sku"));
        }
    }

    public static final class PriceChanged extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public PriceChanged(long shownMinor, long nowMinor) {
            super("price-changed", Kind.CONFLICT, Map.of("field", "/totalMinor", "shown", shownMinor, "now", nowMinor));
        }
    }

    public static final class NotChoosable extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NotChoosable(SkuId sku) {
            super("not-choosable", Kind.INVALID, Map.of("field", "/lines/chosen", "sku", sku));
        }
    }

    public static final class ChosenTaken extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public ChosenTaken(SkuId sku) {
            super("chosen-taken", Kind.CONFLICT, Map.of("field", "/lines/chosen", "sku", sku));
        }
    }

    /** The same answer for an order that is not there and for a wrong password, so that neither can be told from the other. */
    public static final class NoSuchOrder extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NoSuchOrder() {
            super("no-such-order", Kind.NOT_FOUND, Map.of("expected", "an order number with its password or link"));
        }
    }

    public static final class TooManyLookups extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public TooManyLookups(long retryAfterSeconds) {
            super("too-many-lookups", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    /** Too many desks watch on this node; reading the list in intervals does as well. */
    public static final class TooManyWatchers extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public TooManyWatchers() {
            super("too-many-watchers", Kind.UNAVAILABLE, Map.of());
        }
    }

    public static final class NoAddress extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NoAddress() {
            super("no-address", Kind.CONFLICT, Map.of());
        }
    }

    public static final class WrongState extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public WrongState(OrderState state, String expected) {
            super("wrong-state", Kind.CONFLICT, Map.of("state", state.text(), "expected", expected));
        }
    }

    /** The time to pay is made longer once, and never against a marketplace that set it. */
    public static final class NoMoreTime extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NoMoreTime() {
            super("no-more-time", Kind.CONFLICT, Map.of());
        }
    }

    public static final class NothingDelivered extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NothingDelivered(OrderState state) {
            super("nothing-delivered", Kind.CONFLICT, Map.of("state", state.text()));
        }
    }

    /** What was handed over is for the receiver alone. */
    public static final class IsGift extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public IsGift() {
            super("is-a-gift", Kind.FORBIDDEN, Map.of());
        }
    }

    /** The same answer for a link that is wrong, used, replaced, or over. */
    public static final class GiftLinkOver extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public GiftLinkOver() {
            super("gift-link-over", Kind.NOT_FOUND, Map.of("expected", "the newest link of a gift, before it ends and before anybody opened it"));
        }
    }

    public static final class NoGift extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public NoGift() {
            super("no-gift", Kind.CONFLICT, Map.of());
        }
    }

    public static final class GiftOpened extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public GiftOpened() {
            super("gift-opened", Kind.CONFLICT, Map.of());
        }
    }

    public static final class RefundTooLarge extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public RefundTooLarge(long leftMinor) {
            super("refund-too-large", Kind.CONFLICT, Map.of("field", "/amountMinor", "leftMinor", leftMinor));
        }
    }

    /** The same reason asked for another amount before: somebody else was faster, or this is a second refund. */
    public static final class RefundReasonUsed extends OrderingProblem {

        private static final long serialVersionUID = 1L;

        public RefundReasonUsed(String refund, long amountMinor) {
            super("refund-reason-used", Kind.CONFLICT, Map.of("field", "/reason", "refund", refund, "amountMinor", amountMinor));
        }
    }
}
