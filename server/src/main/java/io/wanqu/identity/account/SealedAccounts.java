package io.wanqu.identity.account;

import java.util.List;
import java.util.OptionalLong;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedRows;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts under the platform's new key. */
@Component
class SealedAccounts implements SealedRows {

    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SealedAccounts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    @Override
    public OptionalLong sealAnew(ShopId shop, byte[] prefix, long after) {
        if (!shop.equals(ShopId.PLATFORM)) {
            return OptionalLong.empty();
        }
        for (var column : List.of("name", "mail", "phone")) {
            for (var old = old(column, prefix); !old.isEmpty(); old = old(column, prefix)) {
                replace(column, old);
            }
        }
        return OptionalLong.empty();
    }

    /** The column's name is a constant of this class. */
    private List<Old> old(String column, byte[] prefix) {
        return jdbc.sql("""
                select id, %1$s as sealed
                  from identity.account
                 where substring(%1$s from 1 for 5) = :prefix
                 limit :limit
                """.formatted(column))
            .param("prefix", prefix)
            .param("limit", ROWS)
            .query((row, n) -> new Old(new AccountId(row.getLong("id")), row.getBytes("sealed")))
            .list();
    }

    private void replace(String column, List<Old> old) {
        jdbc.sql("""
                update identity.account as kept
                   set %1$s = row.fresh
                  from unnest(:ids, :olds, :fresh) as row (id, old, fresh)
                 where kept.id = row.id
                   and kept.%1$s = row.old
                """.formatted(column))
            .params(Columns.of(old)
                    .longs("ids", row -> row.id().value())
                    .bytes("olds", Old::sealed)
                    .bytes("fresh", row -> again(column, row))
                    .params())
            .update();
    }

    private byte[] again(String column, Old row) {
        var bound = Accounts.bound(row.id, column);
        return sealing.seal(ShopId.PLATFORM, bound, sealing.open(ShopId.PLATFORM, bound, row.sealed));
    }

    private record Old(AccountId id, byte[] sealed) {
    }
}
