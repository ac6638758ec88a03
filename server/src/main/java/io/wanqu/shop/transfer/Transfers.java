package io.wanqu.shop.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.transfer table. */
@Repository
class Transfers {

    private static final String SELECT = "select shop_id, transfer_id, from_account, to_hash, state, until from shop.transfer";

    private final JdbcClient jdbc;

    Transfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another offer of the shop is open. */
    boolean add(Transfer transfer, byte[] secret) {
        return jdbc.sql("""
                insert into shop.transfer (shop_id, transfer_id, from_account, to_hash, secret, until)
                values (:shop, :id, :from, :to, :secret, :until)
                    on conflict do nothing
                """)
            .param("shop", transfer.shop().value())
            .param("id", transfer.id())
            .param("from", transfer.from().value())
            .param("to", transfer.to())
            .param("secret", secret)
            .param("until", transfer.until().atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    Optional<Transfer> open(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop and state = 'offered'").param("shop", shop.value()).query((row, n) -> read(row)).optional();
    }

    /** Looked up before the shop is known; locked, so that of two who accept at once one finds it ended. */
    Optional<Transfer> lock(byte[] secret) {
        return jdbc.sql(SELECT + " where secret = :secret and state = 'offered' for update").param("secret", secret)
                .query((row, n) -> read(row)).optional();
    }

    void lapse(ShopId shop, Instant now) {
        jdbc.sql("update shop.transfer set state = 'lapsed', ended_at = :now where shop_id = :shop and state = 'offered' and until <= :now")
            .param("shop", shop.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean withdraw(ShopId shop) {
        return jdbc.sql("update shop.transfer set state = 'withdrawn', ended_at = now() where shop_id = :shop and state = 'offered'")
            .param("shop", shop.value())
            .update() == 1;
    }

    void accept(Transfer transfer, AccountId by) {
        jdbc.sql("""
                update shop.transfer
                   set state = 'accepted', ended_at = now(), to_account = :by
                 where shop_id = :shop and transfer_id = :id and state = 'offered'
                """)
            .param("by", by.value())
            .param("shop", transfer.shop().value())
            .param("id", transfer.id())
            .update();
    }

    private static Transfer read(ResultSet row) throws SQLException {
        return new Transfer(new ShopId(row.getLong("shop_id")), row.getLong("transfer_id"), new AccountId(row.getLong("from_account")),
                row.getBytes("to_hash"), row.getObject("until", OffsetDateTime.class).toInstant());
    }

    /** @param to keyed hash of the contact that may take over */
    record Transfer(ShopId shop, long id, AccountId from, byte[] to, Instant until) {
    }
}
