package io.wanqu.channel.supply;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.catalog.Offer;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.intake.TakeSupplied;
import io.wanqu.channel.intake.TakeSupplied.Bought;
import io.wanqu.channel.supply.SellToChannel.Bid;
import io.wanqu.channel.supply.SupplyOrders.Row;
import io.wanqu.inventory.SellableStock;
import io.wanqu.kernel.PoolId;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Price;
import io.wanqu.pricing.Quote;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what purchases cost and which cannot be served, and hands the good ones to the trade. */
@Component
class PriceBids {

    private final Quote quote;
    private final SellableStock sellable;
    private final TakeSupplied takeSupplied;
    private final Clock clock;

    PriceBids(Quote quote, SellableStock sellable, TakeSupplied takeSupplied, Clock clock) {
        this.quote = quote;
        this.sellable = sellable;
        this.takeSupplied = takeSupplied;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Priced price(ChannelKey key, List<Bid> bids, Map<Item, Offer> offered) {
        var wanted = bids.stream().filter(bid -> offer(bid, offered) != null && bid.purchase().quantity() > 0).toList();
        var prices = quote.quote(wanted.stream()
                .map(bid -> new Ask(Objects.requireNonNull(offer(bid, offered)), key.channel(), bid.purchase().quantity())).toList());
        var byNumber = new HashMap<String, Price>();
        for (var i = 0; i < wanted.size(); i++) {
            byNumber.put(wanted.get(i).purchase().orderNumber(), prices.get(i));
        }
        var stock = new HashMap<>(sellable.sellable(key.shop(), key.channel(),
                wanted.stream().map(bid -> Objects.requireNonNull(offer(bid, offered)).pool()).collect(Collectors.toSet())));
        return new Priced(bids, offered, byNumber, stock);
    }

    void take(ChannelKey key, List<Row> sold, Map<Item, Offer> offered) {
        takeSupplied.take(key, sold.stream()
                .map(row -> new Bought(row.number(), row.item(), Objects.requireNonNull(offered.get(row.item())), row.quantity(), row.amountMinor()))
                .toList(), clock.instant());
    }

    private static @Nullable Offer offer(Bid bid, Map<Item, Offer> offered) {
        return offered.get(SupplyGoods.item(bid.purchase().goodsNumber()));
    }

    /** What is known of each bid; stock goes down with every bid that is let through. */
    record Priced(List<Bid> bids, Map<Item, Offer> offered, Map<String, Price> prices, Map<PoolId, Long> stock) {

        long amountMinor(int index) {
            var price = prices.get(bids.get(index).purchase().orderNumber());
            return price == null ? 0 : price.amount().minor();
        }

        /** Null when it can be sold. */
        @Nullable String refusal(int index, long credit) {
            var bid = bids.get(index);
            var offer = offer(bid, offered);
            if (offer == null) {
                return "unknown-goods";
            }
            var quantity = bid.purchase().quantity();
            if (quantity < 1 || quantity > offer.perOrderMax()) {
                return "quantity";
            }
            if (!offer.onSale()) {
                return "not-on-sale";
            }
            if (amountMinor(index) > bid.purchase().mostMinor()) {
                return "price";
            }
            if (amountMinor(index) > credit) {
                return "credit";
            }
            if (stock.getOrDefault(offer.pool(), 0L) < quantity) {
                return "stock";
            }
            stock.merge(offer.pool(), (long) -quantity, Long::sum);
            return null;
        }
    }
}
