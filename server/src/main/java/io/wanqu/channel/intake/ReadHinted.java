package io.wanqu.channel.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.intake.Inbox.Claimed;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the orders that hints named, many at once, and takes them in together. */
@Configuration(proxyBeanMethods = false)
class ReadHinted implements Lane {

    private static final int BATCH = 200;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Inbox inbox;
    private final TakeIn takeIn;
    private final Troubles troubles;
    private final Alerts alerts;
    private final ChannelSettings settings;
    private final Clock clock;

    ReadHinted(Inbox inbox, TakeIn takeIn, Troubles troubles, Alerts alerts, ChannelSettings settings, Clock clock) {
        this.inbox = inbox;
        this.takeIn = takeIn;
        this.troubles = troubles;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    /** A channel repeats a message for days at most; after that its number may be forgotten. */
    @Bean
    RecurringTask<Void> forgetOldPushes() {
        return Tasks.recurring("channel.forget-pushes", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> inbox.forget(clock.instant().minus(KEPT)));
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return inbox.queue().due(now);
    }

    @Override
    public Backlog backlog(ChannelKey key, Instant now) {
        return inbox.queue().backlog(key, now);
    }

    @Override
    public void run(OpenChannel channel) {
        var goOn = true;
        while (goOn) {
            goOn = readSome(channel) && !troubles.over(channel);
        }
    }

    private boolean readSome(OpenChannel channel) {
        var now = clock.instant();
        var claimed = inbox.claim(channel.key(), new Term(now, settings.lease(), channel.batch(BATCH)));
        if (claimed.isEmpty()) {
            return false;
        }
        var answers = channel.each(List.copyOf(Claimed.orders(claimed)), order -> read(channel, order));
        try {
            takeIn.take(channel, answers.stream().flatMap(answer -> answer.order.stream()).toList(), now);
        } catch (ConnectorException e) {
            troubles.met(channel, e);
            claimed.forEach(hint -> putOff(channel, hint, e));
            return false;
        }
        var failed = new HashMap<String, ConnectorException>();
        answers.forEach(answer -> {
            if (answer.trouble != null) {
                failed.put(answer.id, answer.trouble);
            }
        });
        inbox.done(channel.key(), claimed.stream().filter(hint -> !failed.containsKey(hint.order())).toList());
        failed.values().stream().findFirst().ifPresent(trouble -> troubles.met(channel, trouble));
        for (var hint : claimed) {
            var trouble = failed.get(hint.order());
            if (trouble != null) {
                putOff(channel, hint, trouble);
            }
        }
        return failed.isEmpty();
    }

    private void putOff(OpenChannel channel, Claimed hint, ConnectorException trouble) {
        inbox.later(channel.key(), List.of(hint), clock.instant().plus(troubles.after(hint.attempts(), trouble)));
        if (!trouble.retryable() && !trouble.needsAuthorisation()) {
            alerts.raise(channel.key(), "order-unreadable", hint.order(), trouble.code());
        }
    }

    private static Answer read(OpenChannel channel, String order) {
        try {
            return new Answer(order, channel.call(session -> session.order(order)), null);
        } catch (ConnectorException e) {
            return new Answer(order, Optional.empty(), e);
        }
    }

    private record Answer(String id, Optional<ChannelOrder> order, @Nullable ConnectorException trouble) {
    }
}
