package io.wanqu.aftersale.dispute;

import java.util.List;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.CaseEnded;
import io.wanqu.aftersale.dispute.Cases.Ending;
import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.aftersale.fund.PayInAdvance;
import io.wanqu.kernel.Money;
import io.wanqu.ordering.disputing.DisputeOrders;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends cases of locked orders: money or a good card for the buyer, or the money for the shop. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndCase {

    private final DisputeOrders disputes;
    private final Cases cases;
    private final Record records;
    private final ExchangeCards exchange;
    private final PayInAdvance advance;
    private final OpenCase.Means means;

    EndCase(DisputeOrders disputes, Cases cases, Record records, ExchangeCards exchange, PayInAdvance advance, OpenCase.Means means) {
        this.disputes = disputes;
        this.cases = cases;
        this.records = records;
        this.exchange = exchange;
        this.advance = advance;
        this.means = means;
    }

    /** @param amountMinor null for all that the case asks for */
    public CaseRow forBuyer(CaseRow row, List<String> from, @Nullable Long amountMinor, Author by) {
        mustBe(row, from);
        if (amountMinor != null && amountMinor > row.asked().minor()) {
            throw new AftersaleProblem.AmountTooLarge(row.asked().minor());
        }
        if (!row.kind().equals(CaseRow.EXCHANGE) || amountMinor != null) {
            return refunded(row, from, amountMinor == null ? row.asked().minor() : amountMinor, by);
        }
        if (exchange.exchange(row, disputes.lock(row.shop(), row.order()).channel())) {
            return replaced(row, from, by);
        }
        cases.move(row, from, CaseRow.AGREED, means.clock().instant().plus(means.policy().replaceWithin()));
        records.messages().add(row, by, "step", "agreed: waits for stock");
        return records.again(row);
    }

    /** An exchange that waited for stock in vain becomes a refund. */
    public CaseRow replacedOrPaid(CaseRow row, Author by) {
        var from = List.of(CaseRow.AGREED);
        return exchange.exchange(row, disputes.lock(row.shop(), row.order()).channel()) ? replaced(row, from, by)
                : refunded(row, from, row.asked().minor(), by);
    }

    public CaseRow forShop(CaseRow row, List<String> from, String outcome, Author by) {
        end(row, from, new Ending(outcome, 0, by.role()), by);
        if (outcome.equals("for_shop")) {
            disputes.release(row.shop(), row.order());
        } else {
            disputes.goOn(row.shop(), row.order(), false);
        }
        return records.again(row);
    }

    /** The fund bears what the order itself does not hold any more, whether or not the shop could. */
    public CaseRow compensated(CaseRow row, List<String> from, Author by) {
        mustBe(row, from);
        advance.mustPay(row.shop(), row.id(), row.order(), row.asked());
        return paid(row, from, new Ending("compensated", row.asked().minor(), by.role()), by);
    }

    private CaseRow refunded(CaseRow row, List<String> from, long minor, Author by) {
        if (minor > 0) {
            advance.payIfTheShopCannot(row.shop(), row.id(), row.order(), new Money(minor, row.asked().currency()));
        }
        return paid(row, from, new Ending("refunded", minor, by.role()), by);
    }

    private CaseRow paid(CaseRow row, List<String> from, Ending ending, Author by) {
        end(row, from, ending, by);
        records.defects().note(row);
        disputes.goOn(row.shop(), row.order(), false);
        if (ending.grantedMinor() > 0) {
            disputes.refund(row.shop(), row.order(), ending.grantedMinor(), "case " + row.id(), by.name());
        }
        return records.again(row);
    }

    private CaseRow replaced(CaseRow row, List<String> from, Author by) {
        end(row, from, new Ending("exchanged", 0, by.role()), by);
        records.defects().note(row);
        disputes.goOn(row.shop(), row.order(), true);
        return records.again(row);
    }

    private void end(CaseRow row, List<String> from, Ending ending, Author by) {
        if (!cases.end(row, from, ending, means.clock().instant())) {
            throw new AftersaleProblem.NotNow(row.state(), String.join(" or ", from));
        }
        records.messages().add(row, by, "step", "ended: " + ending.outcome());
        means.events().append(List.of(new CaseEnded(row.shop(), row.id(), row.order(), ending.outcome(),
                new Money(ending.grantedMinor(), row.asked().currency()))));
    }

    private static void mustBe(CaseRow row, List<String> from) {
        if (!from.contains(row.state())) {
            throw new AftersaleProblem.NotNow(row.state(), String.join(" or ", from));
        }
    }

    /** What is written down about a case. */
    @Component
    record Record(Messages messages, Defects defects, Cases cases) {

        CaseRow again(CaseRow row) {
            return cases.find(row.shop(), row.id()).orElseThrow();
        }
    }
}
