package io.wanqu.channel.reconciliation;

import java.util.List;
import java.util.Map;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.intake.ReadUnmappedAgain;
import io.wanqu.channel.reconciliation.Difference.Action;
import io.wanqu.channel.reconciliation.Differences.Row;
import io.wanqu.channel.stock.KeepStockTold;
import io.wanqu.channel.writeback.RepeatWriteBack;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.ChannelOrderQueries.Line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what would repair a difference; the work itself is done by the lanes, so a dead channel loses nothing. */
@Service
class Repair {

    private final Differences differences;
    private final ReadUnmappedAgain readAgain;
    private final RepeatWriteBack repeatWriteBack;
    private final KeepStockTold keepStockTold;
    private final ChannelOrderQueries orders;

    Repair(Differences differences, ReadUnmappedAgain readAgain, RepeatWriteBack repeatWriteBack, KeepStockTold keepStockTold,
            ChannelOrderQueries orders) {
        this.differences = differences;
        this.readAgain = readAgain;
        this.repeatWriteBack = repeatWriteBack;
        this.keepStockTold = keepStockTold;
        this.orders = orders;
    }

    @Transactional
    public Row repair(ChannelKey key, Wish order) {
        var row = differences.find(key, order.difference).orElseThrow(() -> new ChannelProblem.UnknownDifference(order.difference));
        var proposed = Action.of(row.action()).orElseThrow();
        var action = order.action == null ? proposed : order.action;
        if (action != proposed && action != Action.EXPLAIN) {
            throw new ChannelProblem.NotProposed(action.text(), proposed.text());
        }
        if (!differences.end(key, row.id(), action == Action.EXPLAIN ? "explained" : "repaired", order.by, order.note)) {
            throw new ChannelProblem.UnknownDifference(order.difference);
        }
        act(key, action, row);
        return differences.find(key, row.id()).orElseThrow();
    }

    private void act(ChannelKey key, Action action, Row row) {
        var facts = row.known();
        switch (action) {
            case TAKE_ORDER -> readAgain.readAgain(key, text(facts, "externalOrder"));
            case WRITE_BACK -> lines(key, facts).forEach(line -> repeatWriteBack.deliver(key, line.order(), line.number()));
            case REFUND -> lines(key, facts).forEach(line -> repeatWriteBack.giveUp(key, line.order(), line.number()));
            case PUSH_STOCK -> keepStockTold.again(key, new Item(text(facts, "product"), text(facts, "sku")));
            case EXPLAIN -> { }
        }
    }

    /** The one line that the difference names, or all of its order. */
    private List<Line> lines(ChannelKey key, Map<String, Object> facts) {
        var ids = orders.orders(key.shop(), key.channel(), List.of(text(facts, "externalOrder"))).stream()
                .map(ChannelOrderQueries.Order::order).toList();
        return orders.lines(key.shop(), ids).stream()
                .filter(line -> !facts.containsKey("line") || text(facts, "line").equals(line.externalLine()))
                .toList();
    }

    private static String text(Map<String, Object> facts, String name) {
        return String.valueOf(facts.get(name));
    }

    /** What somebody wants done; the proposed action where none is named. */
    record Wish(long difference, @Nullable Action action, String by, @Nullable String note) {
    }
}
