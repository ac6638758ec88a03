package io.wanqu.channel.supply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.supply.SellToChannel.Bid;
import io.wanqu.channel.supply.SupplyOrders.Row;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides on many purchases at once, one transaction a channel, and takes the good ones as paid. */
@Component
class SettleBids {

    private final SupplyGoods goods;
    private final Listings listings;
    private final SupplyOrders supplied;
    private final Credit credit;
    private final PriceBids priceBids;
    private final TransactionTemplate transaction;

    SettleBids(SupplyGoods goods, Listings listings, SupplyOrders supplied, Credit credit, PriceBids priceBids,
            TransactionTemplate transaction) {
        this.goods = goods;
        this.listings = listings;
        this.supplied = supplied;
        this.credit = credit;
        this.priceBids = priceBids;
        this.transaction = transaction;
    }

    Instant now() {
        return priceBids.now();
    }

    List<Boolean> settle(List<Bid> bids) {
        var byChannel = new TreeMap<ChannelKey, Map<String, Bid>>(Comparator
                .<ChannelKey>comparingLong(key -> key.shop().value()).thenComparingLong(key -> key.channel().value()));
        bids.forEach(bid -> byChannel.computeIfAbsent(bid.key(), key -> new LinkedHashMap<>())
                .putIfAbsent(bid.purchase().orderNumber(), bid));
        byChannel.forEach((key, each) ->
                transaction.executeWithoutResult(status -> settle(key, List.copyOf(each.values()))));
        return bids.stream().map(bid -> true).toList();
    }

    private void settle(ChannelKey key, List<Bid> bids) {
        var left = credit.lock(key);
        var known = supplied.find(key, bids.stream().map(bid -> bid.purchase().orderNumber()).toList());
        var fresh = bids.stream().filter(bid -> !known.containsKey(bid.purchase().orderNumber())).toList();
        var items = fresh.stream().map(bid -> SupplyGoods.item(bid.purchase().goodsNumber())).distinct().toList();
        var offered = goods.offered(key, listings.find(key, items));
        var priced = priceBids.price(key, fresh, offered);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < fresh.size(); i++) {
            var bid = fresh.get(i);
            var refusal = priced.refusal(i, left);
            var amount = priced.amountMinor(i);
            if (refusal == null) {
                left -= amount;
            }
            rows.add(new Row(bid.purchase().orderNumber(), SupplyGoods.item(bid.purchase().goodsNumber()), bid.purchase().quantity(),
                    amount, refusal == null ? Row.SOLD : Row.FAILED, refusal == null ? "" : refusal, bid.purchase().noticeTo(), bid.at()));
        }
        var added = supplied.add(key, rows);
        var sold = rows.stream().filter(row -> row.sold() && added.contains(row.number())).toList();
        if (!sold.isEmpty()) {
            credit.use(key, sold.stream().mapToLong(Row::amountMinor).sum());
            priceBids.take(key, sold, offered);
        }
    }
}
