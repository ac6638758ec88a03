package io.wanqu.channel.intake;

import java.time.Instant;
import java.util.List;

import io.wanqu.catalog.Offer;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.intake.Sighting.State;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.OrderStatus;
import io.wanqu.kernel.Money;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.ChannelSale.Standing;

import org.springframework.stereotype.Component;

/** Takes in what a channel bought from us, as any other paid order of it; inside the caller's transaction. */
@Component
public class TakeSupplied {

    /** Such an order has one line. */
    private static final String LINE = "1";

    private final StoreSightings store;

    TakeSupplied(StoreSightings store) {
        this.store = store;
    }

    public void take(ChannelKey key, List<Bought> bought, Instant at) {
        store.store(key, bought.stream().map(it -> sighting(key, it, at)).toList(), at);
    }

    private static Sighting sighting(ChannelKey key, Bought bought, Instant at) {
        var currency = bought.offer.price().currency().getCurrencyCode();
        var order = new ChannelOrder(bought.number, OrderStatus.PAID, "bought", List.of(new ChannelOrder.Line(LINE,
                new ChannelOrder.Item(bought.item.product(), bought.item.sku(), null), bought.quantity, bought.amountMinor, Refund.NONE)),
                new ChannelOrder.Total(bought.amountMinor, currency), null, new ChannelOrder.Times(at, at, at));
        var line = new ChannelSale.Line(LINE, bought.offer.sku(), bought.offer.pool(), bought.offer.name(), bought.quantity,
                Money.of(bought.amountMinor, currency));
        return new Sighting(order, State.TAKEN, new ChannelSale(key.shop(), key.channel(), bought.number, Standing.PAID, List.of(line)),
                List.of(), null);
    }

    /** One purchase that was decided on. */
    public record Bought(String number, Item item, Offer offer, int quantity, long amountMinor) {
    }
}
