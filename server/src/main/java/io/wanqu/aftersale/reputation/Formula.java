package io.wanqu.aftersale.reputation;

import java.util.List;

/**
 * The first formula of the score. A hundred points, less what four facts cost; each rate is smoothed as if the shop had made
 * twenty more orders of the usual kind, so that one bad order does not ruin a beginner.
 */
final class Formula {

    static final int VERSION = 1;
    static final int ENOUGH_ORDERS = 20;
    private static final int WHOLE = 100;
    private static final int GOLD = 90;
    private static final int GOOD = 75;
    private static final int FAIR = 60;
    private static final Rule DEFECTIVE = new Rule("orders with bad goods", 40, 0.01, 0.10);
    private static final Rule LOST = new Rule("cases lost before the platform or by silence", 30, 0.005, 0.05);
    private static final Rule REFUNDED = new Rule("orders with money returned", 20, 0.02, 0.20);
    private static final double SLOW_SECONDS = 60;
    private static final double WORST_SECONDS = 3600;
    private static final double SLOW_POINTS = 10;

    private Formula() {
    }

    static Result of(Facts facts) {
        var steps = List.of(DEFECTIVE.step(facts.defective, facts.orders), LOST.step(facts.lost, facts.orders),
                REFUNDED.step(facts.refunded, facts.orders), slow(facts.p95Seconds));
        var cost = steps.stream().mapToDouble(Step::points).sum();
        var score = Math.clamp(Math.round(WHOLE - cost), 0, WHOLE);
        return new Result(score, level(score, facts.orders), steps);
    }

    private static String level(int score, long orders) {
        if (score < FAIR) {
            return "watch";
        }
        if (score < GOOD) {
            return "fair";
        }
        return orders < ENOUGH_ORDERS ? "new" : score < GOLD ? "good" : "gold";
    }

    private static Step slow(long seconds) {
        var share = Math.clamp((seconds - SLOW_SECONDS) / WORST_SECONDS, 0, 1);
        return new Step("seconds from paid to delivered, 95th of 100", seconds, seconds, share * SLOW_POINTS,
                "free up to 60, at 3660 all of 10 points");
    }

    private record Rule(String what, int points, double usual, double worst) {

        Step step(long count, long orders) {
            var rate = (count + usual * ENOUGH_ORDERS) / (orders + ENOUGH_ORDERS);
            var over = Math.clamp((rate - usual) / (worst - usual), 0, 1);
            return new Step(what, count, rate, over * points, "(%d + %s × %d) / (%d + %d), free up to %s, at %s all of %d points"
                    .formatted(count, usual, ENOUGH_ORDERS, orders, ENOUGH_ORDERS, usual, worst, points));
        }
    }

    /** What was counted within ninety days. */
    record Facts(long orders, long refunded, long p95Seconds, long defective, long lost) {
    }

    /**
     * One fact, and what it costs.
     *
     * @param rate after smoothing
     */
    record Step(String what, long counted, double rate, double points, String how) {
    }

    record Result(int score, String level, List<Step> steps) {
    }
}
