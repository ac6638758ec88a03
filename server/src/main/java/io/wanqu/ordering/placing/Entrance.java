package io.wanqu.ordering.placing;

import java.util.List;

import io.wanqu.customer.OrderSignedIn;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.row.SignedInOrders;
import io.wanqu.payment.Rails;
import io.wanqu.risk.Challenges;
import io.wanqu.risk.RiskProblem;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says through which of the shop's own channels a buyer came, whether it takes the money he offers, and whether he has proven what he was asked to. */
@Component
class Entrance {

    private final PublicChannels channels;
    private final Rails rails;
    private final Challenges challenges;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final SignedInOrders signedInOrders;

    Entrance(PublicChannels channels, Rails rails, Challenges challenges, EventLog events, TransactionTemplate transaction,
            SignedInOrders signedInOrders) {
        this.channels = channels;
        this.rails = rails;
        this.challenges = challenges;
        this.events = events;
        this.transaction = transaction;
        this.signedInOrders = signedInOrders;
    }

    ChannelId channel(Shop shop, @Nullable String key, String rail) {
        var channel = channels.channel(shop, key);
        rails.mustTake(rail, shop.id(), channel);
        return channel;
    }

    boolean proven(@Nullable String answer, ShopId shop, String key, String contact) {
        return challenges.proves(answer, new Challenges.Request(shop, key, contact));
    }

    /** A buyer who has to prove something is told what. */
    Problem told(Problem why, PlaceAsk ask) {
        return why instanceof RiskProblem.ChallengeNeeded needed
                ? challenges.put(needed, new Challenges.Request(ask.shop(), ask.requestKey(), ask.buyer().contact())) : why;
    }

    /** Whose order it is, where he was signed in; apart from the batch that placed it, which knows nobody. */
    void signedIn(PlaceAsk ask, OrderId order, Buyer buyer) {
        transaction.executeWithoutResult(status -> {
            signedInOrders.add(ask.shop(), order, buyer.account());
            events.append(List.of(new OrderSignedIn(ask.shop(), order, ask.channel(), buyer.account())));
        });
    }
}
