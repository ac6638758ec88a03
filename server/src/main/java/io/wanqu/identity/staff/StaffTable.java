package io.wanqu.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.staff table. */
@Repository
class StaffTable {

    private final JdbcClient jdbc;

    StaffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffMember> of(AccountId account) {
        return jdbc.sql("""
                select shop_id, account_id, role, channels
                  from identity.staff
                 where account_id = :account
                 order by shop_id
                """)
            .param("account", account.value())
            .query((row, n) -> read(row))
            .list();
    }

    boolean anyIn(ShopId shop) {
        return jdbc.sql("select exists (select 1 from identity.staff where shop_id = :shop)")
            .param("shop", shop.value())
            .query(Boolean.class)
            .single();
    }

    boolean add(StaffMember member) {
        return jdbc.sql("""
                insert into identity.staff (shop_id, account_id, role, channels)
                values (:shop, :account, :role, :channels)
                    on conflict (shop_id, account_id) do nothing
                """)
            .param("shop", member.shop().value())
            .param("account", member.account().value())
            .param("role", member.role().text())
            .param("channels", member.channels() == null ? null : member.channels().stream().map(ChannelId::value).sorted().toArray(Long[]::new))
            .update() == 1;
    }

    private static StaffMember read(ResultSet row) throws SQLException {
        var channels = row.getArray("channels");
        return new StaffMember(new ShopId(row.getLong("shop_id")), new AccountId(row.getLong("account_id")), Role.of(row.getString("role")),
                channels == null ? null : channels((Long[]) channels.getArray()));
    }

    private static @Nullable Set<ChannelId> channels(Long[] ids) {
        return Arrays.stream(ids).map(ChannelId::new).collect(Collectors.toUnmodifiableSet());
    }
}
