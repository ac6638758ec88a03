package io.wanqu.channel.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Listings.Item;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.ordering.ChannelSale;

import org.jspecify.annotations.Nullable;

/**
 * What we make of an order as its channel describes it.
 *
 * @param sale    what ordering is told; null where there is nothing to tell
 * @param missing what is sold under no listing
 * @param alert   what a person should know, null where all is plain
 */
record Sighting(ChannelOrder order, State state, @Nullable ChannelSale sale, List<Item> missing, @Nullable Alert alert) {

    /** What was done with the description. */
    enum State {
        TAKEN, PASSED, UNMAPPED, UNKNOWN;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Alert(String code, String detail) {
    }

    /** The same words give the same text; the time of change is not among them, because a refund may not move it. */
    static String fingerprint(ChannelOrder order) {
        return order.rawStatus() + ";" + order.lines().stream()
                .map(line -> line.externalLineId() + ":" + line.quantity() + ":" + line.amountMinor() + ":" + line.refund().raw())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    static Item item(ChannelOrder.Line line) {
        return new Item(line.item().externalProductId(), line.item().externalSkuId());
    }

    /** Codes wait while money may be going back. */
    boolean onHold() {
        return order.lines().stream().anyMatch(line -> !line.refund().clear() && line.refund().state() != RefundState.REFUNDED);
    }

    List<String> refunded() {
        return order.lines().stream().filter(Sighting::refunded).map(ChannelOrder.Line::externalLineId).toList();
    }

    static boolean refunded(ChannelOrder.Line line) {
        return line.refund().state() == RefundState.REFUNDED;
    }
}
