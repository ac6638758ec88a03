package io.wanqu.channel.rollout;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.stock.Withholds;

import org.springframework.stereotype.Component;

/** A channel is told of no stock but that of its pilot, until it is open to all. */
@Component
class WithholdUnpiloted implements Withholds {

    private final Rollouts rollouts;
    private final Listings listings;

    WithholdUnpiloted(Rollouts rollouts, Listings listings) {
        this.rollouts = rollouts;
        this.listings = listings;
    }

    @Override
    public Set<Item> withheld(ChannelKey key, Collection<Item> items) {
        var rollout = rollouts.find(key).orElse(null);
        if (rollout == null || rollout.stage() == Stage.FULL) {
            return Set.of();
        }
        if (rollout.stage() == Stage.DRAFT) {
            return Set.copyOf(items);
        }
        var mapped = listings.find(key, items);
        return items.stream().filter(item -> !mapped.containsKey(item) || !rollout.skus().contains(mapped.get(item))).collect(Collectors.toSet());
    }
}
