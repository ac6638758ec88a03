package io.wanqu.channel.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.wanqu.channel.account.Codes;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.reconciliation.Difference.Action;
import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.Delivery;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.ChannelOrderQueries.Line;
import io.wanqu.ordering.ChannelOrderQueries.Order;
import io.wanqu.vault.ConsignedCards;
import io.wanqu.vault.ConsignedCards.Match;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the codes that a channel shows with those that we handed out, by their keyed hashes. A channel that names no
 * code at all may be one that does not tell; only where it names some is an empty answer a finding.
 */
@Component
class CompareCards {

    private static final int LINES_MAX = 5_000;

    private final ChannelOrderQueries orders;
    private final ConsignedCards cards;

    CompareCards(ChannelOrderQueries orders, ConsignedCards cards) {
        this.orders = orders;
        this.cards = cards;
    }

    List<Difference> compare(OpenChannel channel, Map<String, ChannelOrder> there, Map<String, Order> here) {
        var way = channel.capabilities().cards().way();
        if (way == Way.BY_HAND || way == Way.ANSWERED || way == Way.MARKED) {
            return List.of();
        }
        var shop = channel.key().shop();
        var ours = new HashMap<String, Line>();
        orders.lines(shop, here.values().stream().map(Order::order).toList())
                .forEach(line -> ours.put(line.externalOrder() + "/" + line.externalLine(), line));
        var asked = there.values().stream()
                .flatMap(order -> order.lines().stream().map(line -> new Asked(order.externalOrderId(), line.externalLineId())))
                .limit(LINES_MAX).toList();
        var shown = channel.each(asked, it -> channel.call(session -> session.codes(it.order, it.line)));
        var tells = shown.stream().anyMatch(codes -> !codes.isEmpty());
        var found = new ArrayList<Difference>();
        for (var i = 0; tells && i < asked.size(); i++) {
            compare(shop, asked.get(i), shown.get(i), ours.get(asked.get(i).name())).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Difference> compare(ShopId shop, Asked asked, List<Delivery.Code> shown, @Nullable Line ours) {
        var handed = ours != null && ours.delivered() ? ours.quantity() : 0;
        var matches = cards.match(shop, shown.stream().map(Codes::card).toList());
        var strange = matches.stream().filter(Objects::isNull).count();
        var others = matches.stream().filter(match -> match != null && (ours == null || match.deliveredTo() == null
                || match.deliveredTo() != ours.order().value() || match.line() != ours.number())).count();
        if (handed == 0 && !shown.isEmpty() && (ours == null || !returned(matches, ours)) || strange > 0) {
            return Optional.of(difference("code-outside", asked, handed == 0 ? shown.size() : strange, handed, Action.EXPLAIN));
        }
        if (others > 0) {
            return Optional.of(difference("code-differs", asked, others, handed, Action.EXPLAIN));
        }
        return shown.size() < handed ? Optional.of(difference("code-missing", asked, shown.size(), handed, Action.WRITE_BACK))
                : Optional.empty();
    }

    /** What was handed out and refunded since is still shown, and still ours. */
    private static boolean returned(List<ConsignedCards.@Nullable Match> matches, Line ours) {
        return matches.stream().allMatch(match -> match != null && match.deliveredTo() != null
                && match.deliveredTo() == ours.order().value());
    }

    private static Difference difference(String code, Asked asked, long count, int wanted, Action action) {
        return new Difference(code, asked.name(), Map.of("externalOrder", asked.order, "line", asked.line, "count", count, "wanted", wanted),
                action);
    }

    private record Asked(String order, String line) {

        String name() {
            return order + "/" + line;
        }
    }
}
