package io.wanqu.identity.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.staff table, with what the shops' own roles allow. */
@Repository
class StaffTable {

    private static final String SELECT = """
            select staff.shop_id, account_id, staff.role, scopes, channels, added_at
              from identity.staff
              left join identity.role on role.shop_id = staff.shop_id and role.name = staff.role
            """;

    private final JdbcClient jdbc;

    StaffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffMember> of(AccountId account) {
        return jdbc.sql(SELECT + " where account_id = :account order by staff.shop_id").param("account", account.value())
                .query((row, n) -> read(row)).list();
    }

    List<StaffMember> of(ShopId shop) {
        return jdbc.sql(SELECT + " where staff.shop_id = :shop order by added_at, account_id").param("shop", shop.value())
                .query((row, n) -> read(row)).list();
    }

    Optional<StaffMember> find(ShopId shop, AccountId account) {
        return jdbc.sql(SELECT + " where staff.shop_id = :shop and account_id = :account").param("shop", shop.value())
                .param("account", account.value()).query((row, n) -> read(row)).optional();
    }

    boolean anyIn(ShopId shop) {
        return jdbc.sql("select exists (select 1 from identity.staff where shop_id = :shop)").param("shop", shop.value()).query(Boolean.class).single();
    }

    /** The owners of a shop, locked: of two who remove each other, the second sees that the first is gone. */
    Set<AccountId> lockOwners(ShopId shop) {
        return jdbc.sql("select account_id from identity.staff where shop_id = :shop and role in " + StaffMember.TOP + " order by account_id for update")
            .param("shop", shop.value())
            .query((row, n) -> new AccountId(row.getLong("account_id")))
            .list().stream().collect(Collectors.toUnmodifiableSet());
    }

    boolean add(ShopId shop, AccountId account, String role, @Nullable Set<ChannelId> channels) {
        return jdbc.sql("""
                insert into identity.staff (shop_id, account_id, role, channels)
                values (:shop, :account, :role, :channels)
                    on conflict (shop_id, account_id) do nothing
                """)
            .param("shop", shop.value())
            .param("account", account.value())
            .param("role", role)
            .param("channels", longs(channels))
            .update() == 1;
    }

    boolean change(ShopId shop, AccountId account, String role, @Nullable Set<ChannelId> channels) {
        return jdbc.sql("update identity.staff set role = :role, channels = :channels where shop_id = :shop and account_id = :account")
            .param("shop", shop.value())
            .param("account", account.value())
            .param("role", role)
            .param("channels", longs(channels))
            .update() == 1;
    }

    /** Links that he sent and nobody followed yet lead nowhere any more. */
    boolean remove(ShopId shop, AccountId account) {
        return jdbc.sql("""
                with unsent as (
                    update identity.invitation
                       set state = 'withdrawn', ended_at = now()
                     where shop_id = :shop and inviter = :account and state = 'open')
                delete from identity.staff where shop_id = :shop and account_id = :account
                """)
            .param("shop", shop.value())
            .param("account", account.value())
            .update() == 1;
    }

    List<ShopId> owned(AccountId account) {
        return jdbc.sql("select shop_id from identity.staff where account_id = :account and role = 'owner' and shop_id <> 0 order by shop_id")
            .param("account", account.value())
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    /** Those of the shops that the account owns, and goes on owning until the end of the transaction. */
    Set<ShopId> lockOwned(AccountId account, Collection<ShopId> shops) {
        return jdbc.sql("""
                select shop_id
                  from identity.staff
                 where account_id = :account and role = 'owner' and shop_id = any(:shops)
                 order by shop_id
                   for share
                """)
            .param("account", account.value())
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Who owns which of the shops, whoever came first before the others. */
    List<Owning> owners(Collection<ShopId> shops) {
        return jdbc.sql("""
                select shop_id, account_id, name
                  from identity.staff
                  join identity.account on account.id = account_id
                 where staff.role = 'owner' and shop_id = any(:shops)
                 order by added_at, account_id
                """)
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .query((row, n) -> new Owning(new ShopId(row.getLong("shop_id")), new AccountId(row.getLong("account_id")), row.getBytes("name")))
            .list();
    }

    /** Of everybody who owns several shops. */
    List<Owned> several() {
        return jdbc.sql("""
                select account_id, array_agg(shop_id order by shop_id) as shops
                  from identity.staff
                 where role = 'owner' and shop_id <> 0
                 group by account_id
                having count(*) > 1
                 order by account_id
                """)
            .query((row, n) -> new Owned(new AccountId(row.getLong("account_id")),
                    Arrays.stream((Long[]) row.getArray("shops").getArray()).map(ShopId::new).toList()))
            .list();
    }

    static Long @Nullable [] longs(@Nullable Set<ChannelId> channels) {
        return channels == null ? null : channels.stream().map(ChannelId::value).sorted().toArray(Long[]::new);
    }

    static @Nullable Set<ChannelId> channels(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.stream((Long[]) array.getArray()).map(ChannelId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** A role that is no more, of the house or of the shop, allows nothing. */
    static Set<Scope> scopes(String role, @Nullable Array own) throws SQLException {
        var house = Role.find(role);
        if (house.isPresent()) {
            return house.get().scopes();
        }
        return own == null ? Set.of() : Arrays.stream((String[]) own.getArray()).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static StaffMember read(ResultSet row) throws SQLException {
        return new StaffMember(new ShopId(row.getLong("shop_id")), new AccountId(row.getLong("account_id")), row.getString("role"),
                scopes(row.getString("role"), row.getArray("scopes")), channels(row.getArray("channels")),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    /** @param sealedName as {@code Accounts} opens it */
    record Owning(ShopId shop, AccountId account, byte[] sealedName) {
    }

    record Owned(AccountId account, List<ShopId> shops) {
    }
}
