package io.wanqu.aftersale.dispute;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.wanqu.aftersale.AftersalePolicy;
import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.CaseOpened;
import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.disputing.DisputeOrders;
import io.wanqu.ordering.disputing.DisputedOrder;
import io.wanqu.vault.delivered.DeliveredUnit;
import io.wanqu.vault.delivered.DeliveryFacts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a buyer's complaint: from then on the money of the order waits. One order has one open case. */
@Service
class OpenCase {

    private final DisputeOrders disputes;
    private final DeliveryFacts deliveries;
    private final Cases cases;
    private final Messages messages;
    private final Warranties warranties;
    private final Means means;

    OpenCase(DisputeOrders disputes, DeliveryFacts deliveries, Cases cases, Messages messages, Warranties warranties, Means means) {
        this.disputes = disputes;
        this.deliveries = deliveries;
        this.cases = cases;
        this.messages = messages;
        this.warranties = warranties;
        this.means = means;
    }

    @Transactional
    CaseRow open(ShopId shop, OrderId number, Complaint complaint) {
        var order = disputes.lock(shop, number);
        cases.of(shop, number).stream().filter(it -> it.deadline() != null).findFirst().ifPresent(open -> {
            throw new AftersaleProblem.CaseOpen(open.id());
        });
        var now = means.clock().instant();
        disputes.dispute(shop, number, now.plus(means.policy().longest()));
        var line = order.lines().stream().filter(it -> it.number() == complaint.line && it.delivered()).findFirst()
                .orElseThrow(() -> new InvalidValue("/line", "the number of a line that was handed over"));
        var chosen = choose(deliveries.of(shop, number.value()), complaint, line);
        mustBeWithin(warranties.of(shop, line), chosen.units, now);
        if (complaint.kind.equals(CaseRow.EXCHANGE) && chosen.units.stream().anyMatch(unit -> !unit.single())) {
            throw new AftersaleProblem.NotExchangeable();
        }
        var row = new CaseRow(shop, means.ids().next(), number, line.number(), line.pool(), complaint.kind,
                chosen.units.stream().map(DeliveredUnit::unit).toList(), asked(line, chosen.units.size(), complaint), CaseRow.OPENED, null,
                new Money(0, line.amount().currency()), null, chosen.excluded, now, now.plus(means.policy().answerWithin()), null);
        cases.add(row);
        messages.add(row, Author.BUYER, "message", complaint.text);
        means.events().append(List.of(new CaseOpened(shop, row.id(), number, row.kind())));
        return row;
    }

    /** A code of many uses that the buyer has opened was used: he got what he paid for. */
    private static Chosen choose(List<DeliveredUnit> delivered, Complaint complaint, DisputedOrder.Line line) {
        var units = new ArrayList<DeliveredUnit>();
        var excluded = new ArrayList<String>();
        for (var unit : delivered) {
            var named = complaint.units.isEmpty() || complaint.units.contains(unit.unit());
            if (unit.line() != line.number() || unit.voidedAt() != null || !named) {
                continue;
            }
            if (!unit.single() && unit.openedAt() != null) {
                excluded.add("unit " + unit.unit() + ": a code of several uses, opened at " + unit.openedAt());
            } else {
                units.add(unit);
            }
        }
        var why = String.join("; ", excluded);
        if (units.isEmpty()) {
            throw new AftersaleProblem.NothingToClaim(why.isEmpty() ? "none of these units was handed over" : why);
        }
        return new Chosen(units, why);
    }

    private static void mustBeWithin(java.time.Duration warranty, List<DeliveredUnit> units, Instant now) {
        var last = units.stream().map(unit -> unit.at().plus(warranty)).min(Instant::compareTo).orElseThrow();
        if (now.isAfter(last)) {
            throw new AftersaleProblem.WarrantyOver(last.toString());
        }
    }

    /** Several units of a line cost their share of it; the last unit of money stays with the shop. */
    private static Money asked(DisputedOrder.Line line, int units, Complaint complaint) {
        var most = Math.multiplyExact(line.amount().minor(), units) / line.quantity();
        if (complaint.amountMinor != null && complaint.amountMinor > most) {
            throw new AftersaleProblem.AmountTooLarge(most);
        }
        return new Money(complaint.amountMinor != null ? complaint.amountMinor : most, line.amount().currency());
    }

    private record Chosen(List<DeliveredUnit> units, String excluded) {
    }

    /**
     * What the buyer wants.
     *
     * @param units       which of the line; none for all
     * @param amountMinor for a part only
     */
    record Complaint(String kind, int line, Set<Integer> units, @Nullable Long amountMinor, String text) {

        @Override
        public String toString() {
            return "Complaint[" + kind + ", line=" + line + "]";
        }
    }

    /** What every use case of this module needs. */
    @org.springframework.stereotype.Component
    record Means(EventLog events, AftersalePolicy policy, Ids ids, Clock clock) {
    }
}
