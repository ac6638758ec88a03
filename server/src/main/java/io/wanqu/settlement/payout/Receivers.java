package io.wanqu.settlement.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The settlement.receiver table: a shop's own accounts at rails. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Receivers {

    private final JdbcClient jdbc;

    Receivers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(ShopId shop, Receiver receiver, String by) {
        return jdbc.sql("""
                insert into settlement.receiver (shop_id, receiver_id, rail, account, made_by)
                values (:shop, :id, :rail, :account, :by)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("id", receiver.id)
            .param("rail", receiver.rail)
            .param("account", receiver.account)
            .param("by", by)
            .update() == 1;
    }

    List<Receiver> of(ShopId shop) {
        return jdbc.sql("""
                select receiver_id, rail, account
                  from settlement.receiver
                 where shop_id = :shop and removed_at is null
                 order by receiver_id
                """)
            .param("shop", shop.value())
            .query(Receivers::row)
            .list();
    }

    Optional<Receiver> find(ShopId shop, long id) {
        return jdbc.sql("""
                select receiver_id, rail, account
                  from settlement.receiver
                 where shop_id = :shop and receiver_id = :id and removed_at is null
                """)
            .param("shop", shop.value())
            .param("id", id)
            .query(Receivers::row)
            .optional();
    }

    private static Receiver row(ResultSet row, int n) throws SQLException {
        return new Receiver(row.getLong("receiver_id"), row.getString("rail"), row.getString("account"));
    }

    /** @param account the merchant's number at the rail */
    record Receiver(long id, String rail, String account) {
    }
}
