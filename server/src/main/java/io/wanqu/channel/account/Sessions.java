package io.wanqu.channel.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.kernel.http.Outbound;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Opens channels and keeps them open, until their owner changes the account. */
@Component
public class Sessions implements DisposableBean {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ROW_CACHED = Duration.ofSeconds(1);
    private static final Duration SIBLINGS_CACHED = Duration.ofSeconds(10);

    private final Channels channels;
    private final AccountSecrets secrets;
    private final Kinds kinds;
    private final CallGuards guards;
    private final ChannelSettings settings;
    private final ChannelAccount.Host host;
    private final Map<ChannelKey, OpenChannel> open = new ConcurrentHashMap<>();
    private final Map<ChannelKey, Instant> noted = new ConcurrentHashMap<>();
    private final LoadingCache<ChannelKey, Optional<OpenChannel>> receiving;
    private final LoadingCache<Sibling, Optional<ChannelKey>> siblings;

    Sessions(Channels channels, AccountSecrets secrets, Kinds kinds, CallGuards guards, ChannelSettings settings, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.kinds = kinds;
        this.guards = guards;
        this.settings = settings;
        this.host = new ChannelAccount.Host(clock, Outbound.client(CONNECT_TIMEOUT, settings.loopback()), settings.calls().timeout());
        this.receiving = Caffeine.newBuilder().expireAfterWrite(ROW_CACHED).maximumSize(10_000)
                .build(key -> channels.find(key).map(this::open));
        this.siblings = Caffeine.newBuilder().expireAfterWrite(SIBLINGS_CACHED).maximumSize(10_000).build(this::findSibling);
    }

    /** The channel as it is in this moment. */
    public OpenChannel open(ChannelKey key) {
        return open(channels.get(key));
    }

    /** The channel of this application that serves the given shop of the channel, if it was opened with the same secret. */
    public Optional<OpenChannel> sibling(OpenChannel of, String externalShop) {
        return siblings.get(new Sibling(of.key(), externalShop)).flatMap(this::receiving);
    }

    private Optional<ChannelKey> findSibling(Sibling wanted) {
        return channels.find(wanted.of).flatMap(channel -> channels.served(channel.kind(), channel.account().appKey(), wanted.externalShop).stream()
                .filter(key -> secrets.appSecret(key).equals(secrets.appSecret(wanted.of)))
                .findFirst());
    }

    /** Whether this node lets calls through to a channel; closed until it was first called. */
    public String breaker(ChannelKey key) {
        var opened = open.get(key);
        return opened == null ? "closed" : opened.breaker();
    }

    /** Writes down for people when the channel last answered. */
    public void note(OpenChannel channel) {
        var at = channel.answeredAt();
        if (at != null && !at.equals(noted.put(channel.key(), at))) {
            channels.answered(channel.key(), at);
        }
    }

    /** The channel as it was within the last second, for those who only receive. */
    public Optional<OpenChannel> receiving(ChannelKey key) {
        return receiving.get(key);
    }

    @Override
    public void destroy() {
        open.values().forEach(OpenChannel::close);
    }

    private OpenChannel open(Channel channel) {
        return open.compute(channel.key(), (key, before) -> {
            if (before != null && before.speaksFor(channel)) {
                return before.with(channel);
            }
            if (before != null) {
                before.close();
            }
            return begin(channel);
        });
    }

    private OpenChannel begin(Channel channel) {
        var connector = kinds.get(channel.kind());
        var tokens = new SharedTokens(channel.key(), secrets, host.clock(), settings.lease());
        var account = new ChannelAccount(URI.create(channel.account().baseUri()),
                secrets.app(channel), channel.account().externalShop(), tokens, host);
        return new OpenChannel(channel, new OpenChannel.Line(connector.open(account), tokens, connector.capabilities(),
                guards.guard(channel, connector.capabilities())));
    }

    private record Sibling(ChannelKey of, String externalShop) {
    }
}
