package io.wanqu.channel;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.account.Accounts;
import io.wanqu.channel.account.Accounts.Connection;
import io.wanqu.channel.account.Accounts.Grant;
import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.connector.Secret;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens stalls on marketplaces, and looks at what became of their orders. */
@Component
public class FairGround {

    private final Market market;
    private final Accounts accounts;
    private final MapListings mapListings;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final Environment environment;

    FairGround(Market market, Accounts accounts, MapListings mapListings, Ids ids, JdbcClient jdbc, Environment environment) {
        this.market = market;
        this.accounts = accounts;
        this.mapListings = mapListings;
        this.ids = ids;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** A stall with so many keys, whose game is listed. */
    public Fair fair(int keys) {
        return fair(Marketplace.SHARED, keys);
    }

    Fair fair(Marketplace marketplace, int keys) {
        var fair = unlisted(marketplace, market.stall(keys));
        list(fair);
        return fair;
    }

    void list(Fair fair) {
        mapListings.map(fair.key(), List.of(new Mapping(fair.there().product(), fair.there().sku(), fair.stall().sku())));
    }

    Fair unlisted(Marketplace marketplace, Stall stall) {
        var app = marketplace.pull("/app", "{}");
        var appKey = app.path("appKey").asString();
        var shop = marketplace.pull("/shop", "{\"appKey\":\"%s\"}".formatted(appKey));
        var shopId = shop.path("shopId").asString();
        var product = marketplace.pull("/product",
                "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"game-%s\",\"priceFen\":880,\"stock\":1000}]}".formatted(shopId, shopId));
        var key = new ChannelKey(stall.shop().id(), new ChannelId(ids.next()));
        marketplace.pull("/push", "{\"appKey\":\"%s\",\"url\":\"%s\"}".formatted(appKey, pushUri(key)));
        accounts.connect(key, new Connection("doudian", "Doudian", new Channel.Account(marketplace.baseUri(), appKey, shopId),
                Secret.of(app.path("appSecret").asString()), new Grant.Code(Secret.of(shop.path("code").asString()))));
        // The first run reads all there is; what a test does must come after it.
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> firstRunIsOver(key));
        return new Fair(marketplace, stall, key, new Fair.There(appKey, shopId, product.path("productId").asString(),
                product.path("skus").path(0).path("skuId").asString()));
    }

    private boolean firstRunIsOver(ChannelKey key) {
        return jdbc.sql("""
                select orders_until is not null and polling_until is null
                  from channel.channel
                 where shop_id = :shop and channel_id = :channel
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(Boolean.class)
            .single();
    }

    String pushUri(ChannelKey key) {
        return "http://localhost:" + environment.getProperty("local.server.port") + "/api/v1/channel-pushes/" + key.shop() + "/" + key.channel();
    }

    List<String> orderStates(Fair fair) {
        return jdbc.sql("select state from ordering.customer_order where shop_id = :shop and channel_id = :channel")
            .param("shop", fair.key().shop().value())
            .param("channel", fair.key().channel().value())
            .query(String.class)
            .list();
    }

    List<String> alerts(Fair fair) {
        return jdbc.sql("select code from channel.alert where shop_id = :shop and channel_id = :channel and closed_at is null")
            .param("shop", fair.key().shop().value())
            .param("channel", fair.key().channel().value())
            .query(String.class)
            .list();
    }

    long count(Fair fair, String table, String where) {
        return jdbc.sql("select count(*) from channel." + table + " where shop_id = :shop and channel_id = :channel and " + where)
            .param("shop", fair.key().shop().value())
            .param("channel", fair.key().channel().value())
            .query(Long.class)
            .single();
    }

    public String state(Fair fair) {
        return jdbc.sql("select state from channel.channel where shop_id = :shop and channel_id = :channel")
            .param("shop", fair.key().shop().value())
            .param("channel", fair.key().channel().value())
            .query(String.class)
            .single();
    }
}
