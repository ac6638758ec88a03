package io.wanqu.channel.writeback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.queue.WorkQueue.Term;

import org.springframework.stereotype.Component;

/** Tells a channel of its delivered and given-up lines, again and again until it has taken them or refuses. */
@Component
class WriteBack implements Lane {

    private static final int BATCH = 64;

    private final WriteBacks writeBacks;
    private final TellChannel tellChannel;
    private final OrderFacts facts;
    private final Consequences consequences;
    private final ChannelSettings settings;
    private final Clock clock;

    WriteBack(WriteBacks writeBacks, TellChannel tellChannel, OrderFacts facts, Consequences consequences, ChannelSettings settings,
            Clock clock) {
        this.writeBacks = writeBacks;
        this.tellChannel = tellChannel;
        this.facts = facts;
        this.consequences = consequences;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "write-back";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return writeBacks.queue().due(now);
    }

    @Override
    public Backlog backlog(ChannelKey key, Instant now) {
        return writeBacks.queue().backlog(key, now);
    }

    @Override
    public void run(OpenChannel channel) {
        var goOn = true;
        while (goOn) {
            goOn = writeSome(channel) && !consequences.recovered(channel);
        }
    }

    /** Returns whether there may be more to do; a channel that fails is left to its pause. */
    private boolean writeSome(OpenChannel channel) {
        var claimed = writeBacks.claim(channel.key(), new Term(clock.instant(), settings.lease(), channel.batch(BATCH)));
        if (claimed.isEmpty()) {
            return false;
        }
        var known = facts.of(channel.key(), claimed);
        var opened = tellChannel.open(channel, claimed, known);
        var verdicts = channel.each(claimed, job -> tellChannel.tell(channel, job, known, opened.get(job)));
        writeBacks.settle(channel.key(), consequences.settled(claimed, verdicts, clock.instant()), clock.instant());
        return consequences.drawn(channel, claimed, verdicts);
    }
}
