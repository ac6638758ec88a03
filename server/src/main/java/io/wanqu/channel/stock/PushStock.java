package io.wanqu.channel.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Lane;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.stock.StockPushes.Claimed;
import io.wanqu.channel.stock.StockPushes.End;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.inventory.Push;
import io.wanqu.inventory.SellableStock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a channel the full stock of what changed, and skips what the channel is known to show already. */
@Component
class PushStock implements Lane {

    private static final int BATCH = 64;

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
        return pushes.due(now);
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
        var claimed = pushes.claim(key, clock.instant(), settings.lease(), channel.batch(BATCH));
        if (claimed.isEmpty()) {
            return false;
        }
        var told = sellable.pushes(key.shop(), key.channel(), claimed.stream().map(Claimed::pool).collect(Collectors.toSet()));
        var troublesMet = channel.each(claimed, each -> push(channel, each, told.get(each.pool()))).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!troublesMet.isEmpty()) {
            troubles.met(channel, troublesMet.getFirst());
        }
        return troublesMet.isEmpty();
    }

    /** A pool that nobody opened has nothing to sell. */
    private Optional<ConnectorException> push(OpenChannel channel, Claimed claimed, @Nullable Push push) {
        var quantity = push == null ? 0 : push.quantity();
        if (Objects.equals(claimed.acknowledged(), quantity)) {
            end(channel, claimed, quantity, null, null);
            return Optional.empty();
        }
        pushes.sending(channel.key(), claimed.item(), quantity, clock.instant());
        try {
            var item = claimed.item();
            var update = StockUpdate.full(item.product(), item.sku(), quantity, channel.key().channel() + "-" + item.sku() + "-" + claimed.changes());
            settle(channel, claimed, quantity, channel.call(session -> session.setStock(update)));
            return Optional.empty();
        } catch (ConnectorException e) {
            var again = clock.instant().plus(troubles.after(claimed.attempts(), e));
            end(channel, claimed, null, again, e.code());
            return e.retryable() || e.needsAuthorisation() ? Optional.of(e) : refused(channel, claimed, e.code());
        }
    }

    private void settle(OpenChannel channel, Claimed claimed, long quantity, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> end(channel, claimed, quantity, null, null);
            case Outcome.RetryLater later -> end(channel, claimed, null, clock.instant().plus(later.delay()), "retry-later");
            case Outcome.Refused refused -> {
                end(channel, claimed, null, null, refused.code());
                refused(channel, claimed, refused.code());
            }
        }
    }

    /** Little stock is told at once, much of it when changes had time to gather. */
    private void end(OpenChannel channel, Claimed claimed, @Nullable Long quantity, @Nullable Instant again, @Nullable String code) {
        var now = clock.instant();
        var low = quantity == null || quantity <= settings.stock().low();
        pushes.settle(channel.key(), claimed, new End(quantity, again, low ? now : now.plus(settings.stock().delay()), code), now);
    }

    private Optional<ConnectorException> refused(OpenChannel channel, Claimed claimed, String code) {
        alerts.raise(channel.key(), "stock-refused", claimed.item().toString(), code);
        return Optional.empty();
    }
}
