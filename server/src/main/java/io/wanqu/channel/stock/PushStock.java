package io.wanqu.channel.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.stock.StockPushes.Claimed;
import io.wanqu.channel.stock.StockPushes.End;
import io.wanqu.channel.stock.StockPushes.Sending;
import io.wanqu.channel.stock.TellStock.Answer;
import io.wanqu.channel.supply.TellPrices;
import io.wanqu.channel.supply.Watches;
import io.wanqu.channel.supply.Watches.Watch;
import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ConnectorException;
import io.wanqu.inventory.SellableStock;

import org.springframework.stereotype.Component;

/**
 * Tells a channel the full stock of what changed, as many listings in a call as it takes, and skips what the channel is
 * known to show already.
 */
@Component
class PushStock implements Lane {

    private static final int CLAIM_MAX = 256;
    /** What is told was counted so long ago at most: no more is claimed than the channel's budget lets through meanwhile. */
    private static final double CLAIM_SECONDS = 0.25;

    private final StockPushes pushes;
    private final SellableStock sellable;
    private final TellStock tellStock;
    private final TellPrices tellPrices;
    private final Watches watches;
    private final Troubles troubles;

    PushStock(StockPushes pushes, SellableStock sellable, TellStock tellStock, TellPrices tellPrices, Watches watches, Troubles troubles) {
        this.pushes = pushes;
        this.sellable = sellable;
        this.tellStock = tellStock;
        this.tellPrices = tellPrices;
        this.watches = watches;
        this.troubles = troubles;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return pushes.queue().due(now);
    }

    @Override
    public Backlog backlog(ChannelKey key, Instant now) {
        return pushes.queue().backlog(key, now);
    }

    @Override
    public void run(OpenChannel channel) {
        var goOn = true;
        while (goOn) {
            goOn = pushSome(channel) && !troubles.over(channel);
        }
    }

    private boolean pushSome(OpenChannel channel) {
        var key = channel.key();
        var claimed = pushes.claim(key, tellStock.term(channel.batch(claimable(channel))));
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            var trouble = push(channel, claimed);
            trouble.ifPresent(it -> troubles.met(channel, it));
            return trouble.isEmpty();
        } catch (ConnectorException e) {
            tellStock.settle(key, claimed.stream().map(each -> tellStock.failed(each, e)).toList());
            troubles.met(channel, e);
            return false;
        }
    }

    private static int claimable(OpenChannel channel) {
        var told = channel.capabilities().access().callsPerSecond() * Math.max(1, channel.capabilities().stock().batch());
        return Math.clamp((long) (told * CLAIM_SECONDS), 1, CLAIM_MAX);
    }

    private Optional<ConnectorException> push(OpenChannel channel, List<Claimed> claimed) {
        var key = channel.key();
        var buys = channel.capabilities().cards().way() == Way.ANSWERED;
        var watched = buys ? watched(channel, claimed) : Map.<Item, Watch>of();
        var told = sellable.sellable(key.shop(), key.channel(), claimed.stream().map(Claimed::pool).collect(Collectors.toSet()));
        var withheld = tellStock.withheld(key, claimed);
        var ends = new ArrayList<End>();
        var wanted = new ArrayList<Sending>();
        for (var each : claimed) {
            // A pool that nobody opened has nothing to sell.
            var quantity = withheld.contains(each.item()) ? Long.valueOf(0) : told.getOrDefault(each.pool(), 0L);
            var watch = watched.get(each.item());
            if (!channel.capabilities().stock().full() || Objects.equals(each.acknowledged(), quantity) || buys && watch == null) {
                ends.add(tellStock.end(each, quantity, null, null));
            } else {
                wanted.add(new Sending(each, quantity, watch == null ? null : watch.token()));
            }
        }
        var answers = tellStock.tell(channel, wanted);
        answers.forEach(answer -> ends.addAll(answer.ends()));
        tellStock.settle(key, ends);
        return answers.stream().map(Answer::trouble).flatMap(Optional::stream).findFirst();
    }

    /** A buying channel hears only of what it watches, and of its price too. */
    private Map<Item, Watch> watched(OpenChannel channel, List<Claimed> claimed) {
        var watched = watches.among(channel.key(), claimed.stream().map(Claimed::item).toList());
        tellPrices.tell(channel, watched);
        return watched;
    }
}
