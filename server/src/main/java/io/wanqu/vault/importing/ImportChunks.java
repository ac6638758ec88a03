package io.wanqu.vault.importing;

import java.util.Arrays;
import java.util.OptionalLong;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedRows;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The vault.import_chunk table: uploaded bytes, sealed piece by piece and bound to their place. */
@Repository
class ImportChunks implements SealedRows {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ImportChunks(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    byte[] seal(ShopId shop, long importId, long from, byte[] plain) {
        return sealing.seal(shop, row(importId, from), plain);
    }

    void add(ShopId shop, long importId, long from, int plainBytes, byte[] sealed) {
        jdbc.sql("""
                insert into vault.import_chunk (shop_id, import_id, from_byte, plain_bytes, sealed)
                values (:shop, :import, :from, :bytes, :sealed)
                """)
            .param("shop", shop.value())
            .param("import", importId)
            .param("from", from)
            .param("bytes", plainBytes)
            .param("sealed", sealed)
            .update();
    }

    /** The bytes from this position to the end of the chunk it lies in; nothing behind the last chunk. */
    byte @Nullable [] from(ShopId shop, long importId, long position) {
        return jdbc.sql("""
                select from_byte, sealed
                  from vault.import_chunk
                 where shop_id = :shop
                   and import_id = :import
                   and from_byte <= :position
                   and from_byte + plain_bytes > :position
                 order by from_byte desc
                 limit 1
                """)
            .param("shop", shop.value())
            .param("import", importId)
            .param("position", position)
            .query((row, n) -> {
                var from = row.getLong("from_byte");
                var plain = sealing.open(shop, row(importId, from), row.getBytes("sealed"));
                return Arrays.copyOfRange(plain, Math.toIntExact(position - from), plain.length);
            })
            .optional().orElse(null);
    }

    void dropBefore(ShopId shop, long importId, long position) {
        jdbc.sql("""
                delete from vault.import_chunk
                 where shop_id = :shop
                   and import_id = :import
                   and from_byte + plain_bytes <= :position
                """)
            .param("shop", shop.value())
            .param("import", importId)
            .param("position", position)
            .update();
    }

    /** One chunk at a time; there are few, and each is large. */
    @Override
    public OptionalLong sealAnew(ShopId shop, byte[] prefix, long after) {
        return jdbc.sql("""
                select import_id, from_byte, sealed
                  from vault.import_chunk
                 where shop_id = :shop
                   and substring(sealed from 1 for 5) = :prefix
                 order by import_id, from_byte
                 limit 1
                """)
            .param("shop", shop.value())
            .param("prefix", prefix)
            .query((row, n) -> sealAnew(shop, row.getLong("import_id"), row.getLong("from_byte"), row.getBytes("sealed")))
            .optional().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private long sealAnew(ShopId shop, long importId, long from, byte[] sealed) {
        jdbc.sql("""
                update vault.import_chunk
                   set sealed = :fresh
                 where shop_id = :shop and import_id = :import and from_byte = :from and sealed = :old
                """)
            .param("shop", shop.value())
            .param("import", importId)
            .param("from", from)
            .param("old", sealed)
            .param("fresh", seal(shop, importId, from, sealing.open(shop, row(importId, from), sealed)))
            .update();
        return importId;
    }

    private static String row(long importId, long from) {
        return "vault.import_chunk/" + importId + "/" + from;
    }
}
