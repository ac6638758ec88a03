package io.wanqu.channel.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;

import org.springframework.stereotype.Component;

/** Opens channels and keeps them open, until their owner changes the account. */
@Component
public class Sessions {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ROW_CACHED = Duration.ofSeconds(1);

    private final Channels channels;
    private final AccountSecrets secrets;
    private final Kinds kinds;
    private final ChannelSettings settings;
    private final ChannelAccount.Host host;
    private final Map<ChannelKey, OpenChannel> open = new ConcurrentHashMap<>();
    private final LoadingCache<ChannelKey, Optional<OpenChannel>> receiving;

    Sessions(Channels channels, AccountSecrets secrets, Kinds kinds, ChannelSettings settings, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.kinds = kinds;
        this.settings = settings;
        this.host = ChannelAccount.Host.of(clock, CONNECT_TIMEOUT, settings.calls().timeout());
        this.receiving = Caffeine.newBuilder().expireAfterWrite(ROW_CACHED).maximumSize(10_000)
                .build(key -> channels.find(key).map(this::open));
    }

    /** The channel as it is in this moment. */
    public OpenChannel open(ChannelKey key) {
        return open(channels.get(key));
    }

    /** The channel as it was within the last second, for those who only receive. */
    public Optional<OpenChannel> receiving(ChannelKey key) {
        return receiving.get(key);
    }

    private OpenChannel open(Channel channel) {
        return open.compute(channel.key(), (key, before) ->
                before != null && before.speaksFor(channel) ? before.with(channel) : begin(channel));
    }

    private OpenChannel begin(Channel channel) {
        return begin(channel, secrets.appSecret(channel.key()));
    }

    private OpenChannel begin(Channel channel, Secret appSecret) {
        var connector = kinds.get(channel.kind());
        var tokens = new SharedTokens(channel.key(), secrets, host.clock(), settings.lease());
        var account = new ChannelAccount(URI.create(channel.account().baseUri()),
                new ChannelAccount.App(channel.account().appKey(), appSecret), channel.account().externalShop(), tokens, host);
        return new OpenChannel(channel, OpenChannel.Line.of(connector.open(account), tokens, connector.capabilities(),
                settings.calls().atOnce()));
    }
}
