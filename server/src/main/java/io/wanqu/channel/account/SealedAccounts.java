package io.wanqu.channel.account;

import java.util.List;
import java.util.OptionalLong;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets and tokens of a shop's channels under its new key; a shop has few channels, so all of them go at once. */
@Component
class SealedAccounts implements SealedRows {

    private static final List<String> SECRET = List.of("app_secret", "secret");
    private static final List<String> MORE = List.of("more", "more");
    private static final List<String> ACCESS = List.of("access_token", "access");
    private static final List<String> REFRESH = List.of("refresh_token", "refresh");

    private final JdbcClient jdbc;
    private final AccountSecrets secrets;

    SealedAccounts(JdbcClient jdbc, AccountSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public OptionalLong sealAnew(ShopId shop, byte[] prefix, long after) {
        for (var column : List.of(SECRET, MORE, ACCESS, REFRESH)) {
            old(shop, prefix, column.getFirst()).forEach(old -> replace(shop, old, column));
        }
        return OptionalLong.empty();
    }

    /** The column's name is a constant of this class. */
    private List<Old> old(ShopId shop, byte[] prefix, String column) {
        return jdbc.sql("""
                select channel_id, %1$s as sealed
                  from channel.channel
                 where shop_id = :shop
                   and substring(%1$s from 1 for 5) = :prefix
                """.formatted(column))
            .param("shop", shop.value())
            .param("prefix", prefix)
            .query((row, n) -> new Old(new ChannelId(row.getLong("channel_id")), row.getBytes("sealed")))
            .list();
    }

    /** What was replaced meanwhile keeps what it has. */
    private void replace(ShopId shop, Old old, List<String> column) {
        jdbc.sql("""
                update channel.channel
                   set %1$s = :fresh
                 where shop_id = :shop and channel_id = :channel and %1$s = :old
                """.formatted(column.getFirst()))
            .param("fresh", secrets.again(new ChannelKey(shop, old.channel), column.getLast(), old.sealed))
            .param("shop", shop.value())
            .param("channel", old.channel.value())
            .param("old", old.sealed)
            .update();
    }

    private record Old(ChannelId channel, byte[] sealed) {
    }
}
