package io.wanqu.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** A channel and whose it is. */
public record ChannelKey(ShopId shop, ChannelId channel) {

    public static ChannelKey of(ResultSet row) throws SQLException {
        return new ChannelKey(new ShopId(row.getLong("shop_id")), new ChannelId(row.getLong("channel_id")));
    }

    @Override
    public String toString() {
        return shop + "/" + channel;
    }
}
