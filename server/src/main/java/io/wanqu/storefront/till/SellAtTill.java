package io.wanqu.storefront.till;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.catalog.Offers;
import io.wanqu.inventory.SellableStock;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.ChannelSale.Standing;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.TakeChannelOrders;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Quote;
import io.wanqu.shop.Shop;
import io.wanqu.storefront.StorefrontProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Sells for cash: the money is in the drawer before the order is written, so the till counts as the one that owes it, as a
 * marketplace does for its sales. What can't be handed over at once is not sold.
 */
@Service
class SellAtTill {

    private final Goods goods;
    private final SellableStock stock;
    private final TakeChannelOrders takeOrders;
    private final ChannelOrderQueries sales;
    private final OrderQueries orders;

    SellAtTill(Goods goods, SellableStock stock, TakeChannelOrders takeOrders, ChannelOrderQueries sales, OrderQueries orders) {
        this.goods = goods;
        this.stock = stock;
        this.takeOrders = takeOrders;
        this.sales = sales;
        this.orders = orders;
    }

    /** The same serial number again is the same sale. */
    Sold sell(Sale sale) {
        var known = find(sale);
        if (known == null) {
            take(sale);
            known = find(sale);
        }
        if (known == null) {
            throw new IllegalStateException("sale " + sale.serial + " of till " + sale.till + " was not written");
        }
        if (known.state() != OrderState.DELIVERED && known.state() != OrderState.CONFIRMED) {
            throw new StorefrontProblem.SoldOut(sale.lines.getFirst().sku().text());
        }
        var order = orders.find(sale.shop.id(), known.order()).orElseThrow();
        var same = order.lines().stream().map(line -> new Line(line.sku(), line.quantity())).toList().equals(sale.lines);
        if (!same) {
            throw new StorefrontProblem.SerialReused(sale.serial);
        }
        return new Sold(known.order(), known.total());
    }

    private void take(Sale sale) {
        var priced = goods.price(sale);
        var total = priced.stream().map(ChannelSale.Line::amount).reduce(Money::plus).orElseThrow();
        if (total.minor() != sale.totalMinor) {
            throw new OrderingProblem.PriceChanged(sale.totalMinor, total.minor());
        }
        var left = stock.sellable(sale.shop.id(), sale.till, priced.stream().map(ChannelSale.Line::pool).toList());
        priced.stream().filter(line -> left.getOrDefault(line.pool(), 0L) < line.quantity()).findFirst().ifPresent(line -> {
            throw new StorefrontProblem.SoldOut(line.sku().text());
        });
        tell(sale, priced, Standing.PAID);
        var written = find(sale);
        if (written != null && written.state().owes()) {
            tell(sale, priced, Standing.REFUNDED);
        }
    }

    private void tell(Sale sale, List<ChannelSale.Line> lines, Standing standing) {
        takeOrders.take(sale.shop.id(), sale.till, List.of(new ChannelSale(sale.shop.id(), sale.till, sale.serial, standing, lines)));
    }

    private ChannelOrderQueries.@Nullable Order find(Sale sale) {
        return sales.orders(sale.shop.id(), sale.till, List.of(sale.serial)).stream().findFirst().orElse(null);
    }

    /** What lies on the counter. */
    record Sale(Shop shop, ChannelId till, String serial, List<Line> lines, long totalMinor) {
    }

    record Line(SkuId sku, int quantity) {
    }

    record Sold(OrderId order, Money total) {
    }

    /** What the goods of a sale cost at this till. */
    @Component
    static class Goods {

        private final Offers offers;
        private final Quote quote;

        Goods(Offers offers, Quote quote) {
            this.offers = offers;
            this.quote = quote;
        }

        List<ChannelSale.Line> price(Sale sale) {
            var found = offers.find(sale.lines.stream().map(Line::sku).collect(Collectors.toSet()));
            var asks = new ArrayList<Ask>();
            for (var line : sale.lines) {
                var offer = found.get(line.sku);
                if (offer == null || !offer.shop().equals(sale.shop.id())) {
                    throw new OrderingProblem.UnknownSku(line.sku);
                }
                if (!offer.onSale()) {
                    throw new OrderingProblem.NotOnSale(line.sku);
                }
                if (line.quantity > offer.perOrderMax()) {
                    throw new OrderingProblem.QuantityOutOfRange(line.sku, line.quantity, offer.perOrderMax());
                }
                asks.add(new Ask(offer, sale.till, line.quantity));
            }
            var prices = quote.quote(asks);
            var lines = new ArrayList<ChannelSale.Line>();
            for (var i = 0; i < asks.size(); i++) {
                var offer = asks.get(i).offer();
                lines.add(new ChannelSale.Line(Integer.toString(i + 1), offer.sku(), offer.pool(), offer.name(), asks.get(i).quantity(),
                        prices.get(i).amount()));
            }
            return lines;
        }
    }
}
