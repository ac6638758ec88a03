package io.wanqu.risk;

/** Does what a buyer's page does with a challenge: looks for a nonce until the hash begins with enough zero bits. */
public final class Solver {

    private Solver() {
    }

    /** The header that answers it. */
    public static String solve(String token, int bits) {
        for (var nonce = 0L;; nonce++) {
            var text = Long.toString(nonce, Character.MAX_RADIX);
            if (Challenges.isWork(token, text, bits)) {
                return token + ":" + text;
            }
        }
    }

    public static String solve(RiskProblem.ChallengeNeeded put) {
        var challenge = (RiskProblem.Challenge) put.facts().get("challenge");
        return solve(challenge.token(), challenge.bits());
    }
}
