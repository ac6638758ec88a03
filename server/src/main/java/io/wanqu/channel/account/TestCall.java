package io.wanqu.channel.account;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ConnectorException;

import org.springframework.stereotype.Component;

/** Asks a channel something cheap before its jobs begin, so that wrong credentials are named where they were typed. */
@Component
class TestCall {

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Clock clock;

    TestCall(Clock clock) {
        this.clock = clock;
    }

    /** Refuses what repeating cannot heal; a channel that is merely ill is tried again by its jobs. */
    void run(OpenChannel channel) {
        var can = channel.capabilities();
        var now = clock.instant();
        try {
            if (can.polling().lists()) {
                channel.call(session -> session.ordersChanged(ChangeWindow.updated(now.minus(SPAN), now), null));
            } else if (can.content().reads()) {
                channel.call(session -> session.listings(null));
            }
        } catch (ConnectorException e) {
            switch (e.remedy()) {
                case AUTHORISE, LOOK -> throw refusal(channel, e);
                case RETRY, WAIT -> { }
            }
        }
    }

    private static ChannelProblem refusal(OpenChannel channel, ConnectorException e) {
        var access = channel.capabilities().access();
        var key = channel.key().channel();
        return access.tokens() && e.needsAuthorisation() ? ChannelProblem.WrongCredentials.tokens(key, e.code())
                : ChannelProblem.WrongCredentials.application(key, e.code(), access.fields());
    }
}
