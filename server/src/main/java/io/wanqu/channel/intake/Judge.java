package io.wanqu.channel.intake;

import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offer;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.consignment.ConsignedSales.Found;
import io.wanqu.channel.intake.Sighting.Alert;
import io.wanqu.channel.intake.Sighting.State;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.kernel.Money;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.ChannelSale.Standing;

import org.jspecify.annotations.Nullable;

/** Puts a channel's words into ours; what is not understood is never guessed. */
final class Judge {

    private final ChannelKey key;
    private final Map<Item, Offer> offers;
    private final Found consigned;

    Judge(ChannelKey key, Map<Item, Offer> offers, Found consigned) {
        this.key = key;
        this.offers = offers;
        this.consigned = consigned;
    }

    /** @param known whether the order was taken before */
    Sighting judge(ChannelOrder order, boolean known) {
        var strange = order.lines().stream().filter(line -> line.refund().state() == RefundState.UNKNOWN).findFirst();
        if (strange.isPresent()) {
            return unknown(order, "refund " + strange.get().refund().raw());
        }
        var all = !order.lines().isEmpty() && order.lines().stream().allMatch(Sighting::refunded);
        if (!known && !all && consigned.any(order)) {
            // The channel handed out codes that lay there, so what it calls delivered is news to us.
            return sold(order, Standing.PAID, false);
        }
        return switch (order.status()) {
            case UNKNOWN -> unknown(order, "status " + order.rawStatus());
            case PENDING_PAYMENT, HOLD -> sold(order, Standing.AWAITED, known);
            case REFUNDING -> sold(order, all ? Standing.REFUNDED : Standing.AWAITED, known);
            case PAID -> sold(order, paid(order, all), known);
            // Somebody else delivered a part of an order we never took; taking it now would deliver that part twice.
            case PARTIALLY_DELIVERED -> known || all ? sold(order, paid(order, all), known)
                    : passed(order, new Alert("delivered-elsewhere", "first seen when it was delivered in part"));
            case DELIVERED -> all ? closed(order, Standing.REFUNDED) : passed(order, partly(order));
            case COMPLETED -> closed(order, all ? Standing.REFUNDED : Standing.CONFIRMED);
            case CLOSED_UNPAID -> closed(order, Standing.CLOSED);
            case REFUNDED -> closed(order, Standing.REFUNDED);
        };
    }

    private static Standing paid(ChannelOrder order, boolean allRefunded) {
        if (allRefunded) {
            return Standing.REFUNDED;
        }
        var refunding = order.lines().stream().anyMatch(line -> line.refund().state() == RefundState.REFUNDING);
        return refunding ? Standing.AWAITED : Standing.PAID;
    }

    /** Of an order taken before, ordering knows the lines; of a new one, lines whose money went back are left out. */
    private Sighting sold(ChannelOrder order, Standing standing, boolean known) {
        if (standing == Standing.REFUNDED) {
            return closed(order, standing);
        }
        var wanted = order.lines().stream().filter(line -> !Sighting.refunded(line)).toList();
        var missing = known ? List.<Item>of() : wanted.stream().map(Sighting::item).filter(item -> !offers.containsKey(item)).distinct().toList();
        if (!missing.isEmpty()) {
            return new Sighting(order, State.UNMAPPED, null, missing, null);
        }
        var lines = known ? List.<ChannelSale.Line>of() : wanted.stream().map(line -> line(order, line)).toList();
        return new Sighting(order, State.TAKEN, sale(order, standing, lines), List.of(), partly(order));
    }

    private Sighting closed(ChannelOrder order, Standing standing) {
        return new Sighting(order, State.TAKEN, sale(order, standing, List.of()), List.of(),
                standing == Standing.REFUNDED ? null : partly(order));
    }

    private static Sighting passed(ChannelOrder order, @Nullable Alert alert) {
        return new Sighting(order, State.PASSED, null, List.of(), alert);
    }

    private static Sighting unknown(ChannelOrder order, String what) {
        return new Sighting(order, State.UNKNOWN, null, List.of(), new Alert("unknown-status", what));
    }

    private static @Nullable Alert partly(ChannelOrder order) {
        var refunded = order.lines().stream().filter(Sighting::refunded).count();
        return refunded == 0 || refunded == order.lines().size() ? null
                : new Alert("part-refunded", refunded + " of " + order.lines().size() + " lines");
    }

    private ChannelSale sale(ChannelOrder order, Standing standing, List<ChannelSale.Line> lines) {
        return new ChannelSale(key.shop(), key.channel(), order.externalOrderId(), standing, lines, new ChannelSale.Buyer(order.buyer()));
    }

    private ChannelSale.Line line(ChannelOrder order, ChannelOrder.Line line) {
        var offer = offers.get(Sighting.item(line));
        if (offer == null) {
            throw new IllegalStateException("line " + line.externalLineId() + " is not listed");
        }
        return new ChannelSale.Line(line.externalLineId(), offer.sku(), offer.pool(), offer.name(), line.quantity(),
                Money.of(line.amountMinor(), order.total().currency()), consigned.cards(order, line));
    }
}
