package io.wanqu.risk;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Every way in which risk refuses; the answers to a buyer never say which rule it was. */
public abstract sealed class RiskProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private RiskProblem(String code, Kind kind, Map<String, Object> facts) {
        super("risk." + code, kind, facts);
    }

    public static final class Refused extends RiskProblem {

        private static final long serialVersionUID = 1L;

        public Refused() {
            super("refused", Kind.FORBIDDEN, Map.of());
        }
    }

    /** Comes with the challenge once it is made for the very request, by whoever answers it. */
    public static final class ChallengeNeeded extends RiskProblem {

        private static final long serialVersionUID = 1L;

        private final boolean byCode;
        private final int extraBits;

        public ChallengeNeeded(boolean byCode, int extraBits) {
            this(byCode, extraBits, Map.of());
        }

        private ChallengeNeeded(boolean byCode, int extraBits, Map<String, Object> facts) {
            super("challenge-needed", Kind.FORBIDDEN, facts);
            this.byCode = byCode;
            this.extraBits = extraBits;
        }

        ChallengeNeeded with(Challenge challenge) {
            return new ChallengeNeeded(byCode, extraBits, Map.of("challenge", challenge));
        }

        boolean byCode() {
            return byCode;
        }

        int extraBits() {
            return extraBits;
        }
    }

    /** The answer to a challenge is wrong, late, or was made for another request. */
    public static final class ChallengeFailed extends RiskProblem {

        private static final long serialVersionUID = 1L;

        public ChallengeFailed() {
            super("challenge-failed", Kind.FORBIDDEN, Map.of("expected", "a new challenge: ask again without the header"));
        }
    }

    public static final class TooManyChallengeTries extends RiskProblem {

        private static final long serialVersionUID = 1L;

        public TooManyChallengeTries(long retryAfterSeconds) {
            super("too-many-challenge-tries", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    public static final class UnknownListed extends RiskProblem {

        private static final long serialVersionUID = 1L;

        public UnknownListed(long entry) {
            super("unknown-listed", Kind.NOT_FOUND, Map.of("entry", Long.toString(entry)));
        }
    }

    /** Somebody else wrote a newer version of the rules meanwhile. */
    public static final class RulesChanged extends RiskProblem {

        private static final long serialVersionUID = 1L;

        public RulesChanged(long version) {
            super("rules-changed", Kind.CONFLICT, Map.of("field", "/version", "version", version));
        }
    }

    /**
     * What is to be proven, and for which request.
     *
     * @param kind       work: find a nonce; code: read the code that was sent to the contact
     * @param token      to be sent back unchanged: {@code Risk-Challenge: token:answer}
     * @param bits       for work: SHA-256 over {@code token:nonce} must begin with so many zero bits
     */
    public record Challenge(String kind, String token, int bits, String endsAt) {
    }
}
