package io.wanqu.aftersale.dispute;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * A case as those see it who take part in it.
 *
 * @param next     what happens at the deadline
 * @param excluded units that were left out, and why
 */
record CaseView(String id, String shop, String order, int line, String kind, List<Integer> units, Money asked, String state,
        @Nullable String outcome, Money granted, @Nullable String decidedBy, String excluded, Instant openedAt, @Nullable Instant deadline,
        @Nullable Instant endedAt, String next, List<Messages.Message> messages) {

    static CaseView of(CaseRow row, List<Messages.Message> messages) {
        return new CaseView(Long.toString(row.id()), row.shop().text(), row.order().text(), row.line(), row.kind(), row.units(), row.asked(),
                row.state(), row.outcome(), row.granted(), row.decidedBy(), row.excluded(), row.openedAt(), row.deadline(), row.endedAt(),
                next(row.state()), messages);
    }

    private static String next(String state) {
        return switch (state) {
            case CaseRow.OPENED -> "without an answer of the shop it is decided for the buyer";
            case CaseRow.REFUSED -> "without an objection of the buyer the refusal stands";
            case CaseRow.ESCALATED -> "without a verdict of the platform it is decided for the buyer";
            case CaseRow.AGREED -> "without stock for the exchange the money goes back";
            default -> "nothing; it is over";
        };
    }

    @Override
    public String toString() {
        return "CaseView[" + id + ", " + state + "]";
    }
}
