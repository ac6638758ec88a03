package io.wanqu.channel.queue;

import java.time.Instant;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.queue.WorkQueue.Backlog;

/**
 * One sort of work for channels. Each channel has a thread for each lane at most, so that a slow channel keeps nobody
 * waiting but itself. Work lives in rows and is claimed for a time, so nothing is lost with a node.
 */
public interface Lane {

    String name();

    /** Channels that are on, not left alone, and have work that is due. */
    List<ChannelKey> due(Instant now);

    /** How much waits here for a channel. */
    default Backlog backlog(ChannelKey key, Instant now) {
        return Backlog.NONE;
    }

    /** Works until nothing is due or the channel fails. */
    void run(OpenChannel channel);
}
