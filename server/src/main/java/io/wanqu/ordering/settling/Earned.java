package io.wanqu.ordering.settling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.ledger.Account;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Refunds;

import org.springframework.stereotype.Component;

/** Counts what a shop earns by its orders: what was handed over, less what staff returned of it before. */
@Component
class Earned {

    private static final Set<String> NOT_OF_THE_EARNINGS = Set.of(ReturnMoney.OWED, ReturnMoney.DUPLICATE);

    private final Refunds refunds;

    Earned(Refunds refunds) {
        this.refunds = refunds;
    }

    Map<OrderId, Money> of(Collection<OrderRow> orders) {
        var returned = refunds.returned(orders.stream().map(order -> new Subject(order.shop(), order.id().value())).toList(),
                Account.FROZEN, NOT_OF_THE_EARNINGS);
        var earned = new HashMap<OrderId, Money>();
        for (var order : orders) {
            var sum = order.sum(order.linesIn(OrderRow.Line.DELIVERED));
            var less = Math.min(sum.minor(), returned.getOrDefault(order.id().value(), 0L));
            earned.put(order.id(), new Money(sum.minor() - less, sum.currency()));
        }
        return earned;
    }
}
