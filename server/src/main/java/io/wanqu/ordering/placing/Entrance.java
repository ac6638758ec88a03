package io.wanqu.ordering.placing;

import java.util.List;

import io.wanqu.customer.OrderSignedIn;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.payment.Rails;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says through which of the shop's own channels a buyer came, and whether it takes the money he offers. */
@Component
class Entrance {

    private final PublicChannels channels;
    private final Rails rails;
    private final EventLog events;
    private final TransactionTemplate transaction;

    Entrance(PublicChannels channels, Rails rails, EventLog events, TransactionTemplate transaction) {
        this.channels = channels;
        this.rails = rails;
        this.events = events;
        this.transaction = transaction;
    }

    ChannelId channel(Shop shop, @Nullable String key, String rail) {
        var channel = channels.channel(shop, key);
        rails.mustTake(rail, shop.id(), channel);
        return channel;
    }

    /** Whose order it is, where he was signed in; apart from the batch that placed it, which knows nobody. */
    void signedIn(PlaceAsk ask, OrderId order, Buyer buyer) {
        transaction.executeWithoutResult(status -> events.append(List.of(new OrderSignedIn(ask.shop(), order, ask.channel(), buyer.account()))));
    }
}
