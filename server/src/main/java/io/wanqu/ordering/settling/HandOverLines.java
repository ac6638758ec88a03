package io.wanqu.ordering.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.fulfilment.Goods;
import io.wanqu.fulfilment.HandOver;
import io.wanqu.inventory.HoldAsk;
import io.wanqu.inventory.ReleaseStock;
import io.wanqu.inventory.ReleaseStock.Unsold;
import io.wanqu.inventory.TakeAsk;
import io.wanqu.inventory.TakeStock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;

import org.springframework.stereotype.Component;

/** Sells what paid orders still wait for, as far as it is there, and hands it over. */
@Component
class HandOverLines {

    private final TakeStock takeStock;
    private final ReleaseStock releaseStock;
    private final HandOver handOver;
    private final OrderLines lines;

    HandOverLines(TakeStock takeStock, ReleaseStock releaseStock, HandOver handOver, OrderLines lines) {
        this.takeStock = takeStock;
        this.releaseStock = releaseStock;
        this.handOver = handOver;
        this.lines = lines;
    }

    /** Returns the numbers of the lines that were handed over now, for each order. */
    Map<OrderRow, Set<Integer>> handOver(Collection<OrderRow> orders) {
        var asked = List.copyOf(orders);
        var taken = takeStock.take(asked.stream().map(HandOverLines::ask).toList());
        var sold = new ArrayList<Sold>();
        for (var i = 0; i < asked.size(); i++) {
            var order = asked.get(i);
            var linesTaken = taken.get(i);
            order.linesIn(OrderRow.Line.WAITING).stream().filter(line -> linesTaken.contains(line.number()))
                    .forEach(line -> sold.add(new Sold(order, line)));
        }
        var counts = handOver.handOver(sold.stream().map(Sold::goods).toList());
        var handed = new LinkedHashMap<OrderRow, Set<Integer>>();
        asked.forEach(order -> handed.put(order, new HashSet<>()));
        var unsold = new ArrayList<Unsold>();
        var partly = new ArrayList<OrderLines.Handed>();
        for (var i = 0; i < sold.size(); i++) {
            var it = sold.get(i);
            if (counts.get(i) == it.line.quantity()) {
                handed.get(it.order).add(it.line.number());
            } else {
                unsold.add(new Unsold(it.order.shop(), it.line.pool(), it.line.quantity() - counts.get(i)));
                partly.add(new OrderLines.Handed(it.order, it.line.number(), counts.get(i)));
            }
        }
        releaseStock.unsell(unsold);
        lines.hand(partly.stream().filter(it -> it.units() > 0).toList());
        lines.move(handed.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(line -> new OrderLines.Moved(it.getKey(), line)))
                .toList(), OrderRow.Line.DELIVERED);
        return handed;
    }

    private static TakeAsk ask(OrderRow order) {
        return new TakeAsk(order.shop(), order.channel(), order.id().value(), order.linesIn(OrderRow.Line.WAITING).stream()
                .map(line -> new HoldAsk.Line(line.number(), line.pool(), line.missing()))
                .toList());
    }

    private record Sold(OrderRow order, OrderRow.Line line) {

        Goods goods() {
            return new Goods(order.shop(), order.id().value(), line.number(), line.pool(), line.quantity(), line.chosen());
        }
    }
}
