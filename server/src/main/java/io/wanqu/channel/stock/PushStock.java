package io.wanqu.channel.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.channel.stock.StockPushes.Claimed;
import io.wanqu.channel.stock.StockPushes.End;
import io.wanqu.channel.stock.StockPushes.Sending;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.inventory.SellableStock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a channel the full stock of what changed, as many listings in a call as it takes, and skips what the channel is
 * known to show already.
 */
@Component
class PushStock implements Lane {

    private static final int BATCH = 256;

    private final StockPushes pushes;
    private final SellableStock sellable;
    private final Troubles troubles;
    private final Alerts alerts;
    private final ChannelSettings settings;
    private final Clock clock;

    PushStock(StockPushes pushes, SellableStock sellable, Troubles troubles, Alerts alerts, ChannelSettings settings, Clock clock) {
        this.pushes = pushes;
        this.sellable = sellable;
        this.troubles = troubles;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
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
        var claimed = pushes.claim(key, new Term(clock.instant(), settings.lease(), channel.batch(BATCH)));
        if (claimed.isEmpty()) {
            return false;
        }
        var told = sellable.pushes(key.shop(), key.channel(), claimed.stream().map(Claimed::pool).collect(Collectors.toSet()));
        var ends = new ArrayList<End>();
        var wanted = new ArrayList<Sending>();
        for (var each : claimed) {
            // A pool that nobody opened has nothing to sell.
            var push = told.get(each.pool());
            var quantity = push == null ? 0 : push.quantity();
            if (!channel.capabilities().stock().full() || Objects.equals(each.acknowledged(), quantity)) {
                ends.add(end(each, quantity, null, null));
            } else {
                wanted.add(new Sending(each, quantity));
            }
        }
        var answers = tell(channel, wanted);
        answers.forEach(answer -> ends.addAll(answer.ends));
        pushes.settle(key, ends, clock.instant());
        var trouble = answers.stream().map(Answer::trouble).flatMap(Optional::stream).findFirst();
        trouble.ifPresent(it -> troubles.met(channel, it));
        return trouble.isEmpty();
    }

    /** A call for each group the channel can take at once. */
    private List<Answer> tell(OpenChannel channel, List<Sending> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        pushes.sending(channel.key(), wanted, clock.instant());
        var batch = Math.max(1, channel.capabilities().stock().batch());
        var groups = new ArrayList<List<Sending>>();
        for (var from = 0; from < wanted.size(); from += batch) {
            groups.add(wanted.subList(from, Math.min(wanted.size(), from + batch)));
        }
        return channel.each(groups, group -> tellGroup(channel, group));
    }

    private Answer tellGroup(OpenChannel channel, List<Sending> group) {
        try {
            var updates = group.stream().map(each -> update(channel.key(), each)).toList();
            var outcomes = channel.call(session -> session.setStocks(updates));
            var ends = new ArrayList<End>();
            for (var i = 0; i < group.size(); i++) {
                ends.add(settled(channel, group.get(i), outcomes.get(i)));
            }
            return new Answer(ends, Optional.empty());
        } catch (ConnectorException e) {
            var again = e.retryable() || e.needsAuthorisation();
            var ends = group.stream().map(each -> {
                if (!again) {
                    refused(channel, each, e.code());
                }
                return end(each.claimed(), null, clock.instant().plus(troubles.after(each.claimed().attempts(), e)), e.code());
            }).toList();
            return new Answer(ends, again ? Optional.of(e) : Optional.empty());
        }
    }

    private static StockUpdate update(ChannelKey key, Sending each) {
        var item = each.claimed().item();
        return StockUpdate.full(item.product(), item.sku(), each.quantity(),
                key.channel() + "-" + item.sku() + "-" + each.claimed().changes());
    }

    private End settled(OpenChannel channel, Sending each, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> end(each.claimed(), each.quantity(), null, null);
            case Outcome.RetryLater later -> end(each.claimed(), null, clock.instant().plus(later.delay()), "retry-later");
            case Outcome.Refused refused -> {
                refused(channel, each, refused.code());
                yield end(each.claimed(), null, null, refused.code());
            }
        };
    }

    /** Little stock is told at once, much of it when changes had time to gather. */
    private End end(Claimed claimed, @Nullable Long quantity, @Nullable Instant again, @Nullable String code) {
        var now = clock.instant();
        var low = quantity == null || quantity <= settings.stock().low();
        return new End(claimed, quantity, again, low ? now : now.plus(settings.stock().delay()), code);
    }

    private void refused(OpenChannel channel, Sending each, String code) {
        alerts.raise(channel.key(), "stock-refused", each.claimed().item().toString(), code);
    }

    /** What came of one call. */
    private record Answer(List<End> ends, Optional<ConnectorException> trouble) {
    }
}
