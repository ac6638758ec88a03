package io.wanqu.channel.account;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    private final TestCall testCall;
    private final Alerts alerts;

    Accounts(Channels channels, AccountSecrets secrets, Kinds kinds, Sessions sessions, TestCall testCall, Alerts alerts) {
        this.channels = channels;
        this.secrets = secrets;
        this.kinds = kinds;
        this.sessions = sessions;
        this.testCall = testCall;
        this.alerts = alerts;
    }

    /**
     * Adds an account and authorises it, if the means are given; without them it stays a draft. The channel is called
     * after the account was written down, and outside of any transaction.
     */
    public Channel connect(ChannelKey key, Connection wanted) {
        var capabilities = kinds.capabilities(wanted.kind);
        checkFields(wanted.kind, wanted.more.keySet(), capabilities.access().fields(), true);
        if (!secrets.add(key, wanted)) {
            throw new ChannelProblem.AlreadyConnected(wanted.kind, wanted.account.externalShop());
        }
        if (wanted.grant != null) {
            authorise(key, wanted.grant);
        } else if (!capabilities.access().tokens()) {
            begin(key);
        }
        return channels.get(key);
    }

    /** Gives an account new means, and lets its jobs go on. */
    public Channel reconnect(ChannelKey key, @Nullable Secret appSecret, Map<String, Secret> more, @Nullable Grant grant) {
        var channel = channels.get(key);
        var access = kinds.capabilities(channel.kind()).access();
        checkFields(channel.kind(), more.keySet(), access.fields(), false);
        if (!more.isEmpty()) {
            secrets.replaceMore(key, more);
        }
        if (appSecret != null) {
            secrets.replaceAppSecret(key, appSecret);
        }
        if (grant != null) {
            authorise(key, grant);
        } else if (!access.tokens()) {
            begin(key);
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
            secrets.replaceTokens(key, pair);
        } catch (ConnectorException e) {
            throw new ChannelProblem.NotAuthorised(key.channel(), e.code());
        }
        begin(key);
        alerts.settle(key, "needs-authorisation", channels.get(key).account().externalShop());
    }

    private void begin(ChannelKey key) {
        testCall.run(sessions.open(key));
        channels.move(key, ANY, State.ON);
    }

    private static void checkFields(String kind, Set<String> given, Set<String> asked, boolean all) {
        var missing = new TreeSet<>(asked);
        missing.removeAll(given);
        var strange = new TreeSet<>(given);
        strange.removeAll(asked);
        if (!strange.isEmpty() || all && !missing.isEmpty()) {
            throw new ChannelProblem.WrongFields(kind, missing, strange);
        }
    }

    /**
     * What a channel is connected with.
     *
     * @param more what the kind asks for besides key and secret, by name
     */
    public record Connection(String kind, String name, Channel.Account account, Secret appSecret, Map<String, Secret> more,
            @Nullable Grant grant) {

        public Connection {
            more = Map.copyOf(more);
        }

        public Connection(String kind, String name, Channel.Account account, Secret appSecret, @Nullable Grant grant) {
            this(kind, name, account, appSecret, Map.of(), grant);
        }
    }

    /** How the shop's owner lets us in: the code that the channel gave for it, or tokens that it issued for own use. */
    public sealed interface Grant {

        record Code(Secret code) implements Grant {
        }

        record Pair(Tokens.Pair pair) implements Grant {
        }
    }
}
