package io.wanqu.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** A channel and whose it is. */
public record ChannelKey(ShopId shop, ChannelId channel) {

    /** One of the channels that the caller works for; to him the others are not there. */
    public static ChannelKey of(Caller caller, ChannelId channel) {
        var shop = caller.mustSomewhere(Scope.CHANNELS_WRITE);
        if (!caller.sees(channel)) {
            throw new ChannelProblem.Unknown(channel);
        }
        return new ChannelKey(shop, channel);
    }

    public static ChannelKey of(ResultSet row) throws SQLException {
        return new ChannelKey(new ShopId(row.getLong("shop_id")), new ChannelId(row.getLong("channel_id")));
    }

    @Override
    public String toString() {
        return shop + "/" + channel;
    }
}
