package io.wanqu.channel.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Kinds;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.queue.Lane;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ConnectorException;
import io.wanqu.kernel.Ids;

import org.springframework.stereotype.Component;

/**
 * Takes the messages that a channel keeps for us: writes the hints down, and only then lets the channel forget them. One
 * node listens to an account. After every break the orders are polled once, because nobody knows what was dropped meanwhile.
 */
@Component
class ListenToFeeds implements Lane {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int TURNS_MAX = 20;

    private final Feeds feeds;
    private final Kinds kinds;
    private final ReceivePush receive;
    private final PollOrders pollOrders;
    private final Troubles troubles;
    private final Listening listening;

    ListenToFeeds(Feeds feeds, Kinds kinds, ReceivePush receive, PollOrders pollOrders, Troubles troubles, Listening listening) {
        this.feeds = feeds;
        this.kinds = kinds;
        this.receive = receive;
        this.pollOrders = pollOrders;
        this.troubles = troubles;
        this.listening = listening;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        var queues = kinds.that(can -> can.access().push() == Capabilities.Push.QUEUE);
        return queues.isEmpty() ? List.of() : feeds.due(queues, listening.node(), now);
    }

    /** A few turns at a time, so that a pause, another account or the end of this node are noticed. */
    @Override
    public void run(OpenChannel channel) {
        var key = channel.key();
        try {
            for (var turn = 0; turn < TURNS_MAX; turn++) {
                var now = listening.now();
                var lease = feeds.lease(key, listening.node(), now, now.plus(listening.lease()));
                if (lease.isEmpty() || lease.get().version() != channel.channel().version()) {
                    return;
                }
                var notices = channel.listen(session -> session.take(WAIT));
                if (!lease.get().unbroken()) {
                    feeds.well(key, listening.node());
                    pollOrders.catchUp(key);
                }
                if (!notices.isEmpty()) {
                    receive.keep(channel, notices);
                    channel.call(session -> {
                        session.acknowledge(notices);
                        return true;
                    });
                }
            }
        } catch (ConnectorException e) {
            broke(channel, e);
        }
    }

    private void broke(OpenChannel channel, ConnectorException e) {
        if (e.needsAuthorisation()) {
            troubles.needsAuthorisation(channel, e.code());
        }
        feeds.broke(channel.key(), listening.node(),
                listening.now().plus(troubles.after(feeds.failures(channel.key()) + 1, e)));
    }

    /** Who this node is, and how long it may fall silent. */
    @Component
    static class Listening {

        private final ChannelSettings settings;
        private final Clock clock;
        private final long node;

        Listening(ChannelSettings settings, Clock clock, Ids ids) {
            this.settings = settings;
            this.clock = clock;
            this.node = ids.next();
        }

        long node() {
            return node;
        }

        Instant now() {
            return clock.instant();
        }

        Duration lease() {
            return settings.lease().plus(WAIT);
        }
    }
}
