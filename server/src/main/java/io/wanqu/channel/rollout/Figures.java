package io.wanqu.channel.rollout;

import java.util.Map;
import java.util.Optional;

/** How a channel did within the window. */
record Figures(long orders, long refunded, long oversold, long deliveries, long errors, long late) {

    private static final int PERCENT = 100;

    /** The first thing that must not be, in words; one oversold order is one too many, however few there are. */
    Optional<String> failure(Plan plan) {
        if (oversold > 0) {
            return Optional.of("oversold " + oversold + ", at most 0");
        }
        if (orders < plan.ordersMin()) {
            return Optional.empty();
        }
        return over("errors", errors, deliveries, plan.errorPercentMax())
                .or(() -> over("refunds", refunded, orders, plan.refundPercentMax()))
                .or(() -> over("late deliveries", late, deliveries, plan.latePercentMax()));
    }

    /** Why a channel may not be opened further. */
    Optional<String> hindrance(Plan plan) {
        return failure(plan).or(() -> orders < plan.ordersMin()
                ? Optional.of("orders " + orders + ", at least " + plan.ordersMin()) : Optional.empty());
    }

    Map<String, Object> facts() {
        return Map.of("orders", orders, "refunded", refunded, "oversold", oversold, "deliveries", deliveries, "errors", errors, "late", late);
    }

    private static Optional<String> over(String what, long count, long of, int percentMax) {
        return count * PERCENT > (long) percentMax * of
                ? Optional.of(what + " " + count + " of " + of + ", at most " + percentMax + " per cent") : Optional.empty();
    }
}
