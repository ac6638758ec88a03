package io.wanqu.kernel.sealing;

import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ReservedConnections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The kernel.data_key table: each shop's keysets, sealed by the master key. Read and written apart from the caller's
 * transaction, by connections of its own, because a key may be needed while all others are in use.
 */
@Repository
class DataKeys {

    private final JdbcClient jdbc;

    DataKeys(ReservedConnections reserved) {
        this.jdbc = reserved.jdbc();
    }

    Optional<byte[]> find(ShopId shop, String purpose) {
        return jdbc.sql("select keyset from kernel.data_key where shop_id = :shop and purpose = :purpose")
            .param("shop", shop.value())
            .param("purpose", purpose)
            .query((row, n) -> row.getBytes("keyset"))
            .optional();
    }

    /** The first writer wins; everybody reads the row afterwards. */
    void add(ShopId shop, String purpose, byte[] keyset) {
        jdbc.sql("""
                insert into kernel.data_key (shop_id, purpose, keyset)
                values (:shop, :purpose, :keyset)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("purpose", purpose)
            .param("keyset", keyset)
            .update();
    }

    /** Puts a changed keyset in place of the one it was made from; false when somebody else was faster. */
    boolean replace(StoredKeyset old, byte[] keyset) {
        return jdbc.sql("""
                update kernel.data_key
                   set keyset = :keyset, changed_at = now()
                 where shop_id = :shop and purpose = :purpose and keyset = :old
                """)
            .param("shop", old.shop().value())
            .param("purpose", old.purpose())
            .param("old", old.keyset())
            .param("keyset", keyset)
            .update() == 1;
    }

    List<StoredKeyset> after(long shop, int limit) {
        return jdbc.sql("""
                select shop_id, purpose, keyset
                  from kernel.data_key
                 where shop_id > :shop
                 order by shop_id
                 fetch first :limit rows with ties
                """)
            .param("shop", shop)
            .param("limit", limit)
            .query((row, n) -> new StoredKeyset(new ShopId(row.getLong("shop_id")), row.getString("purpose"), row.getBytes("keyset")))
            .list();
    }

    record StoredKeyset(ShopId shop, String purpose, byte[] keyset) {
    }
}
