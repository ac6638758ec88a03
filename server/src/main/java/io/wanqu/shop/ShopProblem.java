package io.wanqu.shop;

import java.util.Locale;
import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a shop can't be opened, found, used, handed over or shared. */
public abstract sealed class ShopProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ShopProblem(String code, Kind kind, Map<String, Object> facts) {
        super("shop." + code, kind, facts);
    }

    public static final class Unknown extends ShopProblem {

        private static final long serialVersionUID = 1L;

        Unknown(String shop) {
            super("unknown", Kind.NOT_FOUND, Map.of("shop", shop));
        }
    }

    public static final class SlugTaken extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public SlugTaken(String slug) {
            super("slug-taken", Kind.CONFLICT, Map.of("field", "/slug", "slug", slug));
        }
    }

    public static final class NotOpen extends ShopProblem {

        private static final long serialVersionUID = 1L;

        NotOpen(String slug, Shop.State state) {
            super("not-open", Kind.CONFLICT, Map.of("shop", slug, "state", state.name().toLowerCase(Locale.ROOT)));
        }
    }

    public static final class UnknownDomain extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public UnknownDomain(String host) {
            super("unknown-domain", Kind.NOT_FOUND, Map.of("host", host));
        }
    }

    public static final class DomainNotProved extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public DomainNotProved(String host, String record) {
            super("domain-not-proved", Kind.CONFLICT, Map.of("host", host, "expected", "the text of the proof under " + record));
        }
    }

    public static final class DomainTaken extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public DomainTaken(String host) {
            super("domain-taken", Kind.CONFLICT, Map.of("host", host));
        }
    }

    public static final class TooManyDomains extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public TooManyDomains(int most) {
            super("too-many-domains", Kind.CONFLICT, Map.of("most", most));
        }
    }

    public static final class ReasonNeeded extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public ReasonNeeded(int held, int most, int least) {
            super("reason-needed", Kind.INVALID, Map.of("field", "/reason", "held", held, "most", most, "expected", "a reason of at least " + least + " characters"));
        }
    }

    public static final class HoldingLimit extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public HoldingLimit(int held, int most) {
            super("holding-limit", Kind.CONFLICT, Map.of("held", held, "most", most));
        }
    }

    public static final class ApplicationWaiting extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public ApplicationWaiting() {
            super("application-waiting", Kind.CONFLICT, Map.of());
        }
    }

    public static final class UnknownApplication extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public UnknownApplication(long application) {
            super("unknown-application", Kind.NOT_FOUND, Map.of("application", Long.toString(application)));
        }
    }

    public static final class ApplicationEnded extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public ApplicationEnded(long application, String state) {
            super("application-ended", Kind.CONFLICT, Map.of("application", Long.toString(application), "state", state));
        }
    }

    public static final class OwnerOnly extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public OwnerOnly() {
            super("owner-only", Kind.FORBIDDEN, Map.of("expected", "the owner, signed in as a person"));
        }
    }

    public static final class TransferOffered extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public TransferOffered() {
            super("transfer-offered", Kind.CONFLICT, Map.of());
        }
    }

    public static final class NoTransfer extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public NoTransfer() {
            super("no-transfer", Kind.NOT_FOUND, Map.of());
        }
    }

    public static final class OtherOwner extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public OtherOwner() {
            super("other-owner", Kind.FORBIDDEN, Map.of("expected", "a shop of the same owner"));
        }
    }

    public static final class UnknownShare extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public UnknownShare(long share) {
            super("unknown-share", Kind.NOT_FOUND, Map.of("share", Long.toString(share)));
        }
    }

    public static final class ShareExists extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public ShareExists(String kind) {
            super("share-exists", Kind.CONFLICT, Map.of("kind", kind));
        }
    }

    /** A balance is what the shop that took the money owes; a second shop that paid from it would be settling for the first one. */
    public static final class WalletNotShared extends ShopProblem {

        private static final long serialVersionUID = 1L;

        public WalletNotShared() {
            super("wallet-not-shared", Kind.INVALID, Map.of("field", "/kind", "expected", "pool or customers"));
        }
    }
}
