package io.wanqu.channel.account;

import java.time.Clock;
import java.util.Set;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.Channel.State;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connects a shop's account, and authorises it again when the channel lost its trust in us. */
@Component
public class Accounts {

    private static final Set<State> ANY = Set.of(State.values());

    private final Channels channels;
    private final AccountSecrets secrets;
    private final Kinds kinds;
    private final Sessions sessions;
    private final Alerts alerts;
    private final Clock clock;

    Accounts(Channels channels, AccountSecrets secrets, Kinds kinds, Sessions sessions, Alerts alerts, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.kinds = kinds;
        this.sessions = sessions;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Adds an account and authorises it, if the means are given; without them it stays a draft. The channel is called
     * after the account was written down, and outside of any transaction.
     */
    public Channel connect(ChannelKey key, Connection wanted) {
        var capabilities = kinds.capabilities(wanted.kind);
        if (!secrets.add(key, wanted.kind, wanted.name, wanted.account, wanted.appSecret)) {
            throw new ChannelProblem.AlreadyConnected(wanted.kind, wanted.account.externalShop());
        }
        if (wanted.grant != null) {
            authorise(key, wanted.grant);
        } else if (!capabilities.access().tokens()) {
            channels.move(key, ANY, State.ON);
        }
        return channels.get(key);
    }

    /** Gives an account new means, and lets its jobs go on. */
    public Channel reconnect(ChannelKey key, @Nullable Secret appSecret, @Nullable Grant grant) {
        var channel = channels.get(key);
        if (appSecret != null) {
            secrets.replaceAppSecret(key, appSecret);
        }
        if (grant != null) {
            authorise(key, grant);
        } else if (!kinds.capabilities(channel.kind()).access().tokens()) {
            channels.move(key, ANY, State.ON);
        }
        channels.recovered(key);
        return channels.get(key);
    }

    /** The owner stops it; what is written down stays due. */
    public Channel pause(ChannelKey key) {
        if (!channels.move(key, Set.of(State.ON, State.PAUSED), State.PAUSED)) {
            throw notIn(key);
        }
        return channels.get(key);
    }

    public Channel resume(ChannelKey key) {
        if (!channels.move(key, Set.of(State.ON, State.PAUSED), State.ON)) {
            throw notIn(key);
        }
        channels.recovered(key);
        return channels.get(key);
    }

    private ChannelProblem notIn(ChannelKey key) {
        return new ChannelProblem.NotOn(key.channel(), channels.get(key).state().text());
    }

    private void authorise(ChannelKey key, Grant grant) {
        try {
            var pair = switch (grant) {
                case Grant.Code code -> sessions.open(key).call(session -> session.authorise(code.code.reveal()));
                case Grant.Pair pairs -> pairs.pair;
            };
            secrets.replaceTokens(key, pair, clock.instant());
        } catch (ConnectorException e) {
            throw new ChannelProblem.NotAuthorised(key.channel(), e.code());
        }
        channels.move(key, ANY, State.ON);
        alerts.settle(key, "needs-authorisation", channels.get(key).account().externalShop());
    }

    /** What a channel is connected with. */
    public record Connection(String kind, String name, Channel.Account account, Secret appSecret, @Nullable Grant grant) {
    }

    /** How the shop's owner lets us in: the code that the channel gave for it, or tokens that it issued for own use. */
    public sealed interface Grant {

        record Code(Secret code) implements Grant {
        }

        record Pair(Tokens.Pair pair) implements Grant {
        }
    }
}
