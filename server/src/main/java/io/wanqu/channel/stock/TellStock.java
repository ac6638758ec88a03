package io.wanqu.channel.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.channel.stock.StockPushes.Claimed;
import io.wanqu.channel.stock.StockPushes.End;
import io.wanqu.channel.stock.StockPushes.Sending;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a channel many values with as few calls as it allows, and says how each ended. */
@Component
class TellStock {

    private final StockPushes pushes;
    private final Withholds withholds;
    private final Troubles troubles;
    private final Alerts alerts;
    private final ChannelSettings settings;
    private final Clock clock;

    TellStock(StockPushes pushes, Withholds withholds, Troubles troubles, Alerts alerts, ChannelSettings settings, Clock clock) {
        this.pushes = pushes;
        this.withholds = withholds;
        this.troubles = troubles;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    Term term(int limit) {
        return new Term(clock.instant(), settings.lease(), limit);
    }

    /** Listings that the channel shall not sell for now. */
    Set<Item> withheld(ChannelKey key, List<Claimed> claimed) {
        return withholds.withheld(key, claimed.stream().map(Claimed::item).toList());
    }

    void settle(ChannelKey key, List<End> ends) {
        pushes.settle(key, ends, clock.instant());
    }

    End failed(Claimed claimed, ConnectorException e) {
        return end(claimed, null, clock.instant().plus(troubles.after(claimed.attempts(), e)), e.code());
    }

    /** A call for each group the channel can take at once. */
    List<Answer> tell(OpenChannel channel, List<Sending> wanted) {
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
                return failed(each.claimed(), e);
            }).toList();
            return new Answer(ends, again ? Optional.of(e) : Optional.empty());
        }
    }

    private static StockUpdate update(ChannelKey key, Sending each) {
        var item = each.claimed().item();
        return StockUpdate.full(item.product(), item.sku(), each.quantity(),
                each.token() == null ? key.channel() + "-" + item.sku() + "-" + each.claimed().changes() : each.token());
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
    End end(Claimed claimed, @Nullable Long quantity, @Nullable Instant again, @Nullable String code) {
        var now = clock.instant();
        var low = quantity == null || quantity <= settings.stock().low();
        return new End(claimed, quantity, again, low ? now : now.plus(settings.stock().delay()), code);
    }

    private void refused(OpenChannel channel, Sending each, String code) {
        alerts.raise(channel.key(), "stock-refused", each.claimed().item().toString(), code);
    }

    /** What came of one call. */
    record Answer(List<End> ends, Optional<ConnectorException> trouble) {
    }
}
