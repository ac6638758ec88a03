package io.wanqu.ordering;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.ordering.placing.ChannelDrafts;
import io.wanqu.ordering.placing.Draft;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.settling.CloseOrders;
import io.wanqu.ordering.settling.CompleteOrders;
import io.wanqu.ordering.settling.CompleteOrders.Paid;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what a channel says of its orders, a page at a time; saying it twice, late or out of order changes nothing. */
@Service
public class TakeChannelOrders {

    /** A channel closes its unpaid orders itself; this is for one that forgets to say so. */
    private static final Duration AWAITED_MAX = Duration.ofDays(3);

    private final Orders orders;
    private final ChannelDrafts drafts;
    private final CompleteOrders complete;
    private final CloseOrders close;
    private final Ids ids;
    private final Clock clock;

    TakeChannelOrders(Orders orders, ChannelDrafts drafts, CompleteOrders complete, CloseOrders close, Ids ids, Clock clock) {
        this.orders = orders;
        this.drafts = drafts;
        this.complete = complete;
        this.close = close;
        this.ids = ids;
        this.clock = clock;
    }

    /** All sales are of one channel; of an order that is told twice, the later telling counts. */
    @Transactional
    public void take(ShopId shop, ChannelId channel, List<ChannelSale> told) {
        var byId = new LinkedHashMap<String, ChannelSale>();
        told.forEach(sale -> byId.put(sale.externalId(), sale));
        orders.awaitTurn(channel, byId.keySet());
        var known = orders.lockExternal(shop, channel, byId.keySet());
        var fresh = byId.values().stream()
                .filter(sale -> !known.containsKey(sale.externalId()))
                .filter(sale -> sale.standing() == Standing.AWAITED || sale.standing() == Standing.PAID)
                .map(this::draft)
                .toList();
        drafts.write(fresh, draft -> byId.get(draft.externalId).standing() == Standing.AWAITED, clock.instant().plus(AWAITED_MAX));
        var now = new LinkedHashMap<>(known);
        fresh.forEach(draft -> now.put(draft.externalId, draft.row()));
        follow(byId.values(), now, "channel:" + channel);
    }

    private void follow(Collection<ChannelSale> sales, Map<String, OrderRow> known, String receivable) {
        var byStanding = new EnumMap<Standing, List<OrderRow>>(Standing.class);
        for (var sale : sales) {
            var order = known.get(sale.externalId());
            if (order != null) {
                byStanding.computeIfAbsent(sale.standing(), standing -> new ArrayList<>()).add(order);
            }
        }
        byStanding.forEach((standing, orders) -> {
            switch (standing) {
                case AWAITED -> { }
                case PAID -> complete.paid(orders.stream().filter(order -> order.state().unpaid())
                        .map(order -> new Paid(order, receivable, Objects.requireNonNull(order.externalId()),
                                order.state() != OrderState.PLACED))
                        .toList());
                case CLOSED -> close.unpaid(orders, OrderState.CANCELED);
                case REFUNDED -> close.refunded(orders, receivable);
                case CONFIRMED -> close.confirmed(orders);
            }
        });
    }

    private Draft draft(ChannelSale sale) {
        var draft = new Draft(sale.shop(), sale.channel(), new OrderId(ids.next()));
        draft.externalId = sale.externalId();
        draft.buyer = sale.buyer();
        for (var line : sale.lines()) {
            var unit = new Money(line.amount().minor() / line.quantity(), line.amount().currency());
            draft.lines.add(new Draft.Line(draft.lines.size() + 1, line.externalLine(), line.sku(), line.pool(), line.name(),
                    line.quantity(), unit, line.amount(), line.consigned()));
        }
        return draft;
    }
}
