package io.wanqu.channel.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.wanqu.channel.account.Channel.State;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.reconciliation.Difference.Action;
import io.wanqu.channel.reconciliation.ReadDay.Span;
import io.wanqu.channel.writeback.HandOvers;
import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.OrderStatus;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.ChannelOrderQueries.Order;
import io.wanqu.ordering.OrderState;

import org.springframework.stereotype.Component;

/** Compares orders and money: what the channel knows of a day against what came in here. */
@Component
class CompareOrders {

    private static final Set<OrderStatus> PAID = EnumSet.of(OrderStatus.PAID, OrderStatus.PARTIALLY_DELIVERED, OrderStatus.DELIVERED,
            OrderStatus.COMPLETED);

    private final ChannelOrderQueries orders;
    private final HandOvers handOvers;

    CompareOrders(ChannelOrderQueries orders, HandOvers handOvers) {
        this.orders = orders;
        this.handOvers = handOvers;
    }

    /** Ours by the channel's numbers: those it named, and those that came in within the span. */
    Map<String, Order> here(ChannelKey key, Collection<String> named, Span span) {
        var here = new TreeMap<String, Order>();
        orders.orders(key.shop(), key.channel(), named).forEach(order -> here.put(order.externalOrder(), order));
        orders.placed(key.shop(), key.channel(), span.from(), span.until()).forEach(order -> here.putIfAbsent(order.externalOrder(), order));
        return here;
    }

    List<Difference> compare(OpenChannel channel, Map<String, ChannelOrder> there, Map<String, Order> here) {
        var found = new ArrayList<Difference>();
        there.values().forEach(order -> {
            var ours = here.get(order.externalOrderId());
            if (ours != null) {
                differs(channel, order, ours).ifPresent(found::add);
            } else if (PAID.contains(order.status()) && !aboutToBeRead(channel, order)) {
                found.add(missingHere(order));
            }
        });
        here.values().stream().filter(order -> !there.containsKey(order.externalOrder()))
                .forEach(order -> elsewhere(channel, order).ifPresent(found::add));
        return found;
    }

    /** Somebody else delivered it already, so taking it in now would deliver it twice. */
    private static Difference missingHere(ChannelOrder order) {
        return new Difference("order-missing-here", order.externalOrderId(), Map.of("externalOrder", order.externalOrderId(),
                "status", order.status().name(), "thereMinor", sum(order)),
                order.status() == OrderStatus.PAID ? Action.TAKE_ORDER : Action.EXPLAIN);
    }

    /** It was made on another day there, or is not there at all. */
    private Optional<Difference> elsewhere(OpenChannel channel, Order ours) {
        var there = channel.call(session -> session.order(ours.externalOrder()));
        return there.isPresent() ? differs(channel, there.get(), ours)
                : Optional.of(new Difference("order-missing-there", ours.externalOrder(),
                        Map.of("externalOrder", ours.externalOrder(), "order", ours.order().text()), Action.EXPLAIN));
    }

    private Optional<Difference> differs(OpenChannel channel, ChannelOrder there, Order ours) {
        return status(there, ours).filter(it -> it.action() != Action.WRITE_BACK || !waitsForAPerson(channel, ours))
                .or(() -> money(there, ours));
    }

    /** A line that is on the work list is known to be undelivered there. */
    private boolean waitsForAPerson(OpenChannel channel, Order ours) {
        return channel.capabilities().cards().way() == Way.BY_HAND && handOvers.waits(channel.key(), ours.order());
    }

    /** It changed after the last reading, and the next one brings it. */
    private static boolean aboutToBeRead(OpenChannel channel, ChannelOrder order) {
        var until = channel.channel().ordersUntil();
        return channel.channel().state() == State.ON && until != null && order.times().updatedAt().isAfter(until);
    }

    private Optional<Difference> status(ChannelOrder there, Order ours) {
        var action = switch (there.status()) {
            case REFUNDED -> ours.state() == OrderState.REFUNDED || ours.state() == OrderState.REFUNDING || ours.state().unpaid()
                    ? null : Action.TAKE_ORDER;
            case CLOSED_UNPAID -> ours.state().unpaid() || ours.state() == OrderState.REFUNDED ? null : Action.EXPLAIN;
            case PAID, PARTIALLY_DELIVERED -> ours.state().unpaid() ? Action.TAKE_ORDER
                    : ours.state() == OrderState.DELIVERED ? Action.WRITE_BACK
                    : ours.state() == OrderState.REFUNDED ? Action.REFUND : null;
            case DELIVERED, COMPLETED -> ours.state().unpaid() || ours.state() == OrderState.REFUNDED ? Action.EXPLAIN : null;
            case PENDING_PAYMENT, HOLD, REFUNDING, UNKNOWN -> null;
        };
        return action == null ? Optional.empty() : Optional.of(new Difference("status-differs", there.externalOrderId(),
                Map.of("externalOrder", there.externalOrderId(), "order", ours.order().text(), "here", ours.state().text(),
                        "there", there.status().name()), action));
    }

    private Optional<Difference> money(ChannelOrder there, Order ours) {
        if (there.status() == OrderStatus.REFUNDED || ours.state().unpaid()) {
            return Optional.empty();
        }
        var kept = there.lines().stream().filter(line -> line.refund().state() != ChannelOrder.RefundState.REFUNDED)
                .mapToLong(ChannelOrder.Line::amountMinor).sum();
        var keptHere = ours.total().minor() - ours.refundedMinor();
        if (kept == keptHere) {
            return Optional.empty();
        }
        var sameTotal = sum(there) == ours.total().minor();
        var action = !sameTotal ? Action.EXPLAIN : kept < keptHere ? Action.TAKE_ORDER : Action.REFUND;
        return Optional.of(new Difference(sameTotal ? "refund-differs" : "amount-differs", there.externalOrderId(),
                Map.of("externalOrder", there.externalOrderId(), "order", ours.order().text(),
                        "hereMinor", sameTotal ? keptHere : ours.total().minor(), "thereMinor", sameTotal ? kept : sum(there)), action));
    }

    private static long sum(ChannelOrder order) {
        return order.lines().stream().mapToLong(ChannelOrder.Line::amountMinor).sum();
    }
}
