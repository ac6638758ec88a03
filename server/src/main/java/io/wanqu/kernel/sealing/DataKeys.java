package io.wanqu.kernel.sealing;

import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The kernel.data_key table: each shop's keysets, sealed by the master key. Written apart from the caller's transaction. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class DataKeys {

    private final JdbcClient jdbc;

    DataKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
