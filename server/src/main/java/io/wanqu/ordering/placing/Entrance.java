package io.wanqu.ordering.placing;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Rails;
import io.wanqu.risk.Challenges;
import io.wanqu.risk.RiskProblem;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says through which of the shop's own channels a buyer came, whether it takes the money he offers, and whether he has proven what he was asked to. */
@Component
class Entrance {

    private final PublicChannels channels;
    private final Rails rails;
    private final Challenges challenges;

    Entrance(PublicChannels channels, Rails rails, Challenges challenges) {
        this.channels = channels;
        this.rails = rails;
        this.challenges = challenges;
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
}
