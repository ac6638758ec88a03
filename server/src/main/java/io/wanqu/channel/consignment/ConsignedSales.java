package io.wanqu.channel.consignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.Codes;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.OrderStatus;
import io.wanqu.vault.ConsignedCards;

import org.springframework.stereotype.Component;

/** Asks a channel which of the codes that lie there it handed out for an order, and finds the cards they are. */
@Component
public class ConsignedSales {

    private final Consignments consignments;
    private final ConsignedCards cards;
    private final Alerts alerts;

    ConsignedSales(Consignments consignments, ConsignedCards cards, Alerts alerts) {
        this.consignments = consignments;
        this.cards = cards;
        this.alerts = alerts;
    }

    /** For orders that were not taken yet: the cards of each line that was served from a consignment. */
    public Found of(OpenChannel channel, Collection<ChannelOrder> orders) {
        var lines = new HashMap<String, List<Long>>();
        var awaited = new HashSet<String>();
        if (!channel.capabilities().cards().consigns() || orders.isEmpty()) {
            return new Found(lines, awaited);
        }
        var items = orders.stream().flatMap(order -> order.lines().stream()).map(ConsignedSales::item).toList();
        var consigned = lying(channel, items);
        for (var order : orders) {
            for (var line : order.lines()) {
                if (paid(order.status()) && consigned.contains(item(line))) {
                    ask(channel, order, line).ifPresentOrElse(sold -> lines.put(Found.line(order, line), sold),
                            () -> awaited.add(order.externalOrderId()));
                }
            }
        }
        return new Found(lines, awaited);
    }

    /** Offers of which codes still lie at the channel; where all are sold, an order is served as any other. */
    private Set<Item> lying(OpenChannel channel, List<Item> items) {
        var all = consignments.among(channel.key(), items);
        return cards.lying(channel.key().shop(), all.keySet()).stream().map(all::get).collect(Collectors.toSet());
    }

    /** Empty as long as the channel names too few codes, or one that does not lie there. */
    private Optional<List<Long>> ask(OpenChannel channel, ChannelOrder order, ChannelOrder.Line line) {
        var named = channel.call(session -> session.codes(order.externalOrderId(), line.externalLineId()));
        if (named.size() < line.quantity()) {
            return Optional.empty();
        }
        var found = new ArrayList<Long>();
        for (var match : cards.match(channel.key().shop(), named.stream().map(Codes::card).toList())) {
            if (match == null || !match.consigned()) {
                alerts.raise(channel.key(), "consigned-code-unknown", order.externalOrderId(),
                        match == null ? "a code that is not ours" : "a card that is " + match.state());
                return Optional.empty();
            }
            found.add(match.card());
        }
        return Optional.of(found.subList(0, line.quantity()));
    }

    private static boolean paid(OrderStatus status) {
        return status.deliverable() || status == OrderStatus.DELIVERED || status == OrderStatus.COMPLETED;
    }

    private static Item item(ChannelOrder.Line line) {
        return new Item(line.item().externalProductId(), line.item().externalSkuId());
    }

    /**
     * What was asked and found.
     *
     * @param cards   of lines, by order and line
     * @param awaited orders for which the channel does not name its codes yet
     */
    public record Found(Map<String, List<Long>> cards, Set<String> awaited) {

        public static final Found NOTHING = new Found(Map.of(), Set.of());

        public List<Long> cards(ChannelOrder order, ChannelOrder.Line line) {
            return cards.getOrDefault(line(order, line), List.of());
        }

        public boolean any(ChannelOrder order) {
            return order.lines().stream().anyMatch(line -> !cards(order, line).isEmpty());
        }

        private static String line(ChannelOrder order, ChannelOrder.Line line) {
            return order.externalOrderId() + "\n" + line.externalLineId();
        }
    }
}
