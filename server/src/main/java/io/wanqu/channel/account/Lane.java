package io.wanqu.channel.account;

import java.time.Instant;
import java.util.List;

/**
 * One sort of work for channels. Each channel has a thread for each lane at most, so that a slow channel keeps nobody
 * waiting but itself. Work lives in rows and is claimed for a time, so nothing is lost with a node.
 */
public interface Lane {

    String name();

    /** Channels that are on, not left alone, and have work that is due. */
    List<ChannelKey> due(Instant now);

    /** Works until nothing is due or the channel fails. */
    void run(OpenChannel channel);
}
