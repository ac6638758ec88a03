package io.wanqu.channel.writeback;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Kinds;
import io.wanqu.channel.queue.Wake;
import io.wanqu.channel.writeback.WriteBacks.Job;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.Capabilities.Cards;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderDelivered;
import io.wanqu.ordering.OrderGivenUp;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down which lines a channel is to be told of: those handed over, and those that will not come. */
@Component
class NoteDeliveries implements EventListener {

    /** Codes that travel in an answer are on their way; only those that did not make it are told. */
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(3);

    private final WriteBacks writeBacks;
    private final Channels channels;
    private final Kinds kinds;
    private final HandOvers handOvers;
    private final Wake wake;
    private final Clock clock;

    NoteDeliveries(WriteBacks writeBacks, Channels channels, Kinds kinds, HandOvers handOvers, Wake wake, Clock clock) {
        this.writeBacks = writeBacks;
        this.channels = channels;
        this.kinds = kinds;
        this.handOvers = handOvers;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public String cursor() {
        return "channel.write-back";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderDelivered.class, OrderGivenUp.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var jobs = batch.stream().flatMap(event -> jobs(event).stream()).toList();
        Map<ChannelKey, Capabilities.Cards> ours = channels.among(jobs.stream().map(Job::key).toList()).stream()
                .collect(Collectors.toMap(Channel::key, channel -> kinds.capabilities(channel.kind()).cards()));
        var wanted = handOvers.without(jobs.stream().flatMap(job -> wanted(ours.get(job.key()), job).stream()).toList());
        if (!wanted.isEmpty()) {
            writeBacks.add(wanted, clock.instant());
            handOvers.announce(wanted);
            wake.afterCommit();
        }
    }

    private static Optional<Job> wanted(Capabilities.@Nullable Cards cards, Job job) {
        if (cards == null) {
            return Optional.empty();
        }
        if (job.verb().equals(Job.GIVE_UP)) {
            return cards.cannotSupply() ? Optional.of(job) : Optional.empty();
        }
        return Optional.of(switch (cards.way()) {
            case SHOWN, MARKED -> job;
            case ANSWERED -> job.after(ANSWER_WAIT);
            case BY_HAND -> job.by(Job.HAND_OVER);
        });
    }

    private static List<Job> jobs(StoredEvent event) {
        var jobs = new ArrayList<Job>();
        if (event.is(OrderDelivered.class)) {
            var it = event.as(OrderDelivered.class);
            it.lines().forEach(line -> jobs.add(new Job(new ChannelKey(it.shop(), it.channel()), it.order(), line, Job.DELIVER, Duration.ZERO)));
        } else {
            var it = event.as(OrderGivenUp.class);
            it.lines().forEach(line -> jobs.add(new Job(new ChannelKey(it.shop(), it.channel()), it.order(), line, Job.GIVE_UP, Duration.ZERO)));
        }
        return jobs;
    }
}
