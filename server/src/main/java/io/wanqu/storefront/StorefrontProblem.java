package io.wanqu.storefront;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why one of the shop's own channels can't do what is asked. */
public abstract sealed class StorefrontProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private StorefrontProblem(String code, Kind kind, Map<String, Object> facts) {
        super("storefront." + code, kind, facts);
    }

    public static final class UnknownChannel extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public UnknownChannel() {
            super("unknown-channel", Kind.NOT_FOUND, Map.of("expected", "one of the shop's own channels"));
        }
    }

    public static final class WrongChannel extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public WrongChannel(String expected) {
            super("wrong-channel", Kind.CONFLICT, Map.of("expected", expected));
        }
    }

    /** The same answer for a code that is not there, not sold, or no voucher, so that none can be told from the other. */
    public static final class UnknownVoucher extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public UnknownVoucher() {
            super("unknown-voucher", Kind.NOT_FOUND, Map.of("expected", "the code of a voucher that this shop sold"));
        }
    }

    public static final class VoucherUsed extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public VoucherUsed(int wanted, int left) {
            super("voucher-used", Kind.CONFLICT, Map.of("wanted", wanted, "left", left));
        }
    }

    public static final class VoucherExpired extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public VoucherExpired(String expired) {
            super("voucher-expired", Kind.CONFLICT, Map.of("expired", expired));
        }
    }

    /** Its money went back, or somebody disputes it. */
    public static final class VoucherReturned extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public VoucherReturned(String state) {
            super("voucher-returned", Kind.CONFLICT, Map.of("state", state));
        }
    }

    public static final class TooManyWrongCodes extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public TooManyWrongCodes(long retryAfterSeconds) {
            super("too-many-wrong-codes", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    /** A till's number stands for one thing only. */
    public static final class SerialReused extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public SerialReused(String serial) {
            super("serial-reused", Kind.CONFLICT, Map.of("field", "/serial", "serial", serial));
        }
    }

    public static final class UnknownRedemption extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public UnknownRedemption(long redemption) {
            super("unknown-redemption", Kind.NOT_FOUND, Map.of("redemption", Long.toString(redemption)));
        }
    }

    public static final class NotReversible extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public NotReversible(String why) {
            super("not-reversible", Kind.CONFLICT, Map.of("why", why));
        }
    }

    public static final class SoldOut extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public SoldOut(String sku) {
            super("sold-out", Kind.CONFLICT, Map.of("sku", sku));
        }
    }

    public static final class NothingToShow extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public NothingToShow() {
            super("nothing-to-show", Kind.NOT_FOUND, Map.of("expected", "a product that leads elsewhere"));
        }
    }

    public static final class ForgedUpdate extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public ForgedUpdate() {
            super("forged-update", Kind.FORBIDDEN, Map.of("expected", "the secret that was set with the webhook"));
        }
    }

    /** The same answer for a hand-off that is not there, is over, or was received. */
    public static final class HandOffOver extends StorefrontProblem {

        private static final long serialVersionUID = 1L;

        public HandOffOver() {
            super("hand-off-over", Kind.NOT_FOUND, Map.of("expected", "a code or link that nobody used yet, within its time"));
        }
    }
}
