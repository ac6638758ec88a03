package io.wanqu.storefront;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.customer.PlacesOfSale;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The storefront.own_channel table. */
@Repository
public class OwnChannels {

    private static final String SELECT = "select shop_id, channel_id, kind, name, public_key, origins, is_on from storefront.own_channel";

    private final JdbcClient jdbc;

    OwnChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OwnChannel channel) {
        jdbc.sql("""
                insert into storefront.own_channel (shop_id, channel_id, kind, name, public_key, origins, is_on)
                values (:shop, :channel, :kind, :name, :key, :origins, :on)
                """)
            .param("shop", channel.shop().value())
            .param("channel", channel.id().value())
            .param("kind", channel.kind().text())
            .param("name", channel.name())
            .param("key", channel.key())
            .param("origins", String.join(" ", channel.origins()))
            .param("on", channel.on())
            .update();
    }

    boolean change(OwnChannel channel) {
        return jdbc.sql("""
                update storefront.own_channel
                   set name = :name, origins = :origins, is_on = :on
                 where shop_id = :shop
                   and channel_id = :channel
                """)
            .param("shop", channel.shop().value())
            .param("channel", channel.id().value())
            .param("name", channel.name())
            .param("origins", String.join(" ", channel.origins()))
            .param("on", channel.on())
            .update() == 1;
    }

    List<OwnChannel> list(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by channel_id")
            .param("shop", shop.value())
            .query((row, n) -> read(row))
            .list();
    }

    List<OwnChannel> among(Collection<PlacesOfSale.Key> keys) {
        return jdbc.sql(SELECT + " join unnest(:shops, :channels) as wanted (shop_id, channel_id) using (shop_id, channel_id)")
            .params(Columns.of(List.copyOf(keys)).longs("shops", it -> it.shop().value()).longs("channels", it -> it.channel().value()).params())
            .query((row, n) -> read(row))
            .list();
    }

    public Optional<OwnChannel> find(ShopId shop, ChannelId channel) {
        return jdbc.sql(SELECT + " where shop_id = :shop and channel_id = :channel")
            .param("shop", shop.value())
            .param("channel", channel.value())
            .query((row, n) -> read(row))
            .optional();
    }

    public Optional<OwnChannel> find(ShopId shop, String key) {
        return jdbc.sql(SELECT + " where shop_id = :shop and public_key = :key")
            .param("shop", shop.value())
            .param("key", key)
            .query((row, n) -> read(row))
            .optional();
    }

    /** The same among those that the caller works for; to him the others are not there. */
    public OwnChannel must(Caller caller, ChannelId channel, OwnChannel.Kind kind) {
        if (!caller.sees(channel)) {
            throw new StorefrontProblem.UnknownChannel();
        }
        return must(caller.shop(), channel, kind);
    }

    /** A channel of this kind that is on; refuses another. */
    public OwnChannel must(ShopId shop, ChannelId channel, OwnChannel.Kind kind) {
        var found = find(shop, channel).orElseThrow(StorefrontProblem.UnknownChannel::new);
        if (found.kind() != kind || !found.on()) {
            throw new StorefrontProblem.WrongChannel("a " + kind.text() + " that is on");
        }
        return found;
    }

    private static OwnChannel read(ResultSet row) throws SQLException {
        var origins = row.getString("origins");
        return new OwnChannel(new ShopId(row.getLong("shop_id")), new ChannelId(row.getLong("channel_id")),
                OwnChannel.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("name"), row.getString("public_key"),
                origins.isEmpty() ? List.of() : List.of(origins.split(" ")), row.getBoolean("is_on"));
    }
}
