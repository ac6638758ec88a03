package io.wanqu.channel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Channel.State;
import io.wanqu.channel.queue.BringForward;
import io.wanqu.connector.ConnectorException;

import org.springframework.stereotype.Component;

/** Draws the consequences of a failed call, for this channel alone. */
@Component
public class Troubles {

    private static final int FAILURES_BEFORE_PAUSE = 3;
    private static final int DOUBLINGS_MAX = 20;

    private final Channels channels;
    private final Alerts alerts;
    private final BringForward bringForward;
    private final ChannelSettings settings;
    private final Clock clock;

    Troubles(Channels channels, Alerts alerts, BringForward bringForward, ChannelSettings settings, Clock clock) {
        this.channels = channels;
        this.alerts = alerts;
        this.bringForward = bringForward;
        this.settings = settings;
        this.clock = clock;
    }

    /** A channel that fails again and again is left alone, longer each time; one that limits us for as long as it says. */
    public void met(OpenChannel channel, ConnectorException trouble) {
        var key = channel.key();
        if (trouble.code().equals(CallGuard.BREAKER_OPEN)) {
            channels.rest(key, clock.instant().plus(trouble.retryAfter().orElse(settings.calls().retryFirst())));
            return;
        }
        switch (trouble.remedy()) {
            case WAIT -> channels.failed(key, trouble.code(), trouble.retryAfter().orElse(settings.calls().retryFirst()), clock.instant());
            case RETRY -> {
                var failures = channels.find(key).map(Channel::failures).orElse(0) + 1;
                var pause = failures < FAILURES_BEFORE_PAUSE ? null : after(failures);
                channels.failed(key, trouble.code(), pause, clock.instant());
                if (pause != null) {
                    channel.guard().rest(pause);
                }
            }
            case AUTHORISE -> needsAuthorisation(channel, trouble.code());
            case LOOK -> channels.failed(key, trouble.code(), null, clock.instant());
        }
    }

    public void needsAuthorisation(OpenChannel channel, String code) {
        channels.failed(channel.key(), code, null, clock.instant());
        if (channels.move(channel.key(), Set.of(State.ON), State.NEEDS_AUTHORISATION)) {
            alerts.raise(channel.key(), "needs-authorisation", channel.channel().account().externalShop(), code);
        }
    }

    /** The channel answered; says whether it was ill before, in which case it is opened anew to work at full breadth. */
    public boolean over(OpenChannel channel) {
        var ill = channel.channel().failures() > 0;
        if (ill) {
            channels.recovered(channel.key());
            channel.guard().recovered();
            bringForward.all(channel.key(), clock.instant(), clock.instant().plus(settings.lease()));
        }
        return ill;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Doubles with every try, and differs by up to half so that those who failed together do not return together. */
    public Duration after(int tries) {
        var longest = settings.calls().retryMax().toMillis();
        var doubled = settings.calls().retryFirst().toMillis() << Math.clamp(tries - 1L, 0, DOUBLINGS_MAX);
        var millis = Math.max(1, Math.min(longest, doubled));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** The same, but never before the channel wants to be asked again. */
    public Duration after(int tries, ConnectorException trouble) {
        var own = after(tries);
        return trouble.retryAfter().filter(wish -> wish.compareTo(own) > 0).orElse(own);
    }
}
