package io.wanqu.ordering;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.ordering.CompleteOrders.Paid;

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

    /** All sales are of one channel; each order is named once. */
    @Transactional
    public void take(ShopId shop, ChannelId channel, List<ChannelSale> sales) {
        var known = orders.lockExternal(shop, channel, sales.stream().map(ChannelSale::externalId).toList());
        var fresh = sales.stream()
                .filter(sale -> !known.containsKey(sale.externalId()))
                .filter(sale -> sale.standing() == Standing.AWAITED || sale.standing() == Standing.PAID)
                .map(this::draft)
                .toList();
        var awaited = sales.stream().filter(sale -> sale.standing() == Standing.AWAITED).map(ChannelSale::externalId).collect(Collectors.toSet());
        drafts.write(fresh, draft -> awaited.contains(draft.externalId), clock.instant().plus(AWAITED_MAX));
        var now = new LinkedHashMap<>(known);
        now.putAll(orders.lockExternal(shop, channel, fresh.stream().map(draft -> draft.externalId).toList()));
        follow(sales, now, channel);
    }

    private void follow(List<ChannelSale> sales, Map<String, OrderRow> known, ChannelId channel) {
        var paid = new ArrayList<Paid>();
        for (var sale : sales) {
            var order = known.get(sale.externalId());
            if (order == null) {
                continue;
            }
            switch (sale.standing()) {
                case AWAITED -> { }
                case PAID -> {
                    if (order.state().unpaid()) {
                        paid.add(new Paid(order, "channel:" + channel, sale.externalId(), order.state() != OrderState.PLACED));
                    }
                }
                case CLOSED -> close.unpaid(List.of(order), OrderState.CANCELED);
                case REFUNDED -> close.refunded(order, "channel:" + channel);
                case CONFIRMED -> close.confirmed(List.of(order));
            }
        }
        complete.paid(paid);
    }

    private Draft draft(ChannelSale sale) {
        var draft = new Draft(sale.shop(), sale.channel(), new OrderId(ids.next()));
        draft.externalId = sale.externalId();
        for (var line : sale.lines()) {
            var unit = new Money(line.amount().minor() / line.quantity(), line.amount().currency());
            draft.lines.add(new Draft.Line(draft.lines.size() + 1, line.externalLine(), line.sku(), line.pool(), line.name(),
                    line.quantity(), unit, line.amount(), List.of()));
        }
        return draft;
    }
}
