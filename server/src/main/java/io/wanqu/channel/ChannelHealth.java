package io.wanqu.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.Channel.Trouble;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Sessions;
import io.wanqu.channel.queue.Lane;
import io.wanqu.kernel.ChannelId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a channel is: whether it answers, what waits for it, and since when. */
@Component
class ChannelHealth {

    private final Channels channels;
    private final Sessions sessions;
    private final List<Lane> lanes;
    private final Alerts alerts;
    private final Clock clock;

    ChannelHealth(Channels channels, Sessions sessions, List<Lane> lanes, Alerts alerts, Clock clock) {
        this.channels = channels;
        this.sessions = sessions;
        this.lanes = lanes;
        this.alerts = alerts;
        this.clock = clock;
    }

    View of(ChannelKey key) {
        var now = clock.instant();
        var channel = channels.get(key);
        var queues = new ArrayList<QueueView>();
        for (var lane : lanes) {
            var backlog = lane.backlog(key, now);
            queues.add(new QueueView(lane.name(), backlog.waiting(), backlog.oldestDue()));
        }
        queues.sort(Comparator.comparing(QueueView::name));
        var oldest = queues.stream().map(QueueView::oldestDue).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        return new View(channel.key().channel(), channel.state().text(), sessions.breaker(key), channel.answeredAt(),
                channel.failures(), channel.trouble(), channel.resumeAt(), channel.ordersUntil(), oldest, queues, alerts.count(key));
    }

    /**
     * @param breaker    whether this node lets calls through: closed, open, half_open
     * @param resumeAt   when a channel that is ill is tried again
     * @param oldestDue  since when the oldest work of all queues is due
     */
    record View(ChannelId channel, String state, String breaker, @Nullable Instant lastSuccess, int failures,
            Channel.@Nullable Trouble lastTrouble, @Nullable Instant resumeAt, @Nullable Instant ordersReadUntil,
            @Nullable Instant oldestDue, List<QueueView> queues, long alerts) {
    }

    record QueueView(String name, long waiting, @Nullable Instant oldestDue) {
    }
}
