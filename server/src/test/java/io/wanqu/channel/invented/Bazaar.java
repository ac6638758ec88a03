package io.wanqu.channel.invented;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.channel.MapListings;
import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.account.Accounts;
import io.wanqu.channel.account.Accounts.Connection;
import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.invented.InventedWorld.Sale;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Secret;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Connects shops to invented channels. */
@Component
public class Bazaar {

    private static final AtomicLong COUNT = new AtomicLong();

    private final Market market;
    private final Accounts accounts;
    private final MapListings mapListings;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final Api api;

    Bazaar(Market market, Accounts accounts, MapListings mapListings, Ids ids, JdbcClient jdbc, Api api) {
        this.market = market;
        this.accounts = accounts;
        this.mapListings = mapListings;
        this.ids = ids;
        this.jdbc = jdbc;
        this.api = api;
    }

    /** A stall with so many keys, connected to a channel of the kind, which offers the game as "game". */
    public Booth booth(String kind, int keys) {
        return booth(kind, market.stall(keys));
    }

    public Booth booth(String kind, Stall stall) {
        var booth = connect(kind, stall, "app-" + kind, Map.of());
        mapListings.map(booth.key, List.of(new Mapping("game", "", stall.sku())));
        return booth;
    }

    public Booth connect(String kind, Stall stall, String app, Map<String, Secret> more) {
        var key = new ChannelKey(stall.shop().id(), new ChannelId(ids.next()));
        var shop = "world-" + COUNT.incrementAndGet();
        accounts.connect(key, new Connection(kind, "Invented", new Channel.Account("https://invented.example", app, shop),
                Secret.of("the key"), more, null));
        return new Booth(stall, key, InventedWorld.at(shop), shop, api.tokenForAll(stall.shop()));
    }

    public long count(Booth booth, String table, String where) {
        return jdbc.sql("select count(*) from " + table + " where shop_id = :shop and channel_id = :channel and " + where)
            .param("shop", booth.key.shop().value())
            .param("channel", booth.key.channel().value())
            .query(Long.class)
            .single();
    }

    public List<String> orderStates(Booth booth) {
        return jdbc.sql("select state from ordering.customer_order where shop_id = :shop and channel_id = :channel order by order_id")
            .param("shop", booth.key.shop().value())
            .param("channel", booth.key.channel().value())
            .query(String.class)
            .list();
    }

    public Answer get(Booth booth, String path) {
        return api.get("/api/v1/channels/" + booth.key.channel() + path, booth.token);
    }

    public Answer send(Booth booth, String method, String path, @Nullable String json) {
        return api.send(method, "/api/v1/channels/" + booth.key.channel() + path, booth.token, json);
    }

    /** A shop, its channel, and the other side of it. */
    public record Booth(Stall stall, ChannelKey key, InventedWorld world, String shop, String token) {

        /** Somebody buys one there and the channel takes the money. */
        public ChannelOrder sell(String order, OrderStatus status) {
            return world.sell(new Sale(order, "game", 1, Market.PRICE, Instant.now()), status);
        }

        public ConditionFactory soon() {
            return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(30));
        }
    }
}
