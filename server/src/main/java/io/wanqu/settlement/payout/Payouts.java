package io.wanqu.settlement.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settlement.payout table. */
@Repository
@Transactional
class Payouts {

    private static final String SELECT = """
            select payout.shop_id, payout_id, payout.receiver_id, payout.rail, account, amount_minor, currency, state, requested_by,
                   requested_at, decided_by, ended_at, reason
              from settlement.payout
              join settlement.receiver on receiver.shop_id = payout.shop_id and receiver.receiver_id = payout.receiver_id
            """;

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, Receivers.Receiver receiver, Money amount, String by) {
        jdbc.sql("""
                insert into settlement.payout (shop_id, payout_id, receiver_id, rail, amount_minor, currency, requested_by)
                values (:shop, :id, :receiver, :rail, :amount, :currency, :by)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("receiver", receiver.id())
            .param("rail", receiver.rail())
            .param("amount", amount.minor())
            .param("currency", amount.currency().getCurrencyCode())
            .param("by", by)
            .update();
    }

    Optional<Payout> find(ShopId shop, long id) {
        return jdbc.sql(SELECT + " where payout.shop_id = :shop and payout_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query(Payouts::row)
            .optional();
    }

    List<Payout> list(ShopId shop, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where payout.shop_id = :shop and payout_id < :before
                 order by payout_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query(Payouts::row)
            .list();
    }

    /** Of all shops, newest first; in one state, or in any. */
    List<Payout> ofAll(@Nullable String state, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where payout_id < :before and (:state::text is null or state = :state)
                 order by payout_id desc
                 limit :limit
                """)
            .param("before", before)
            .param("state", state)
            .param("limit", limit)
            .query(Payouts::row)
            .list();
    }

    /** Decided once, and never by the one who asked. */
    boolean decide(Payout payout, String as, String by, @Nullable String reason) {
        return jdbc.sql("""
                update settlement.payout
                   set state = :state, decided_by = :by, decided_at = now(), reason = :reason,
                       due_at = case when :state = 'approved' then now() end,
                       ended_at = case when :state = 'rejected' then now() end
                 where shop_id = :shop and payout_id = :id and state = 'requested' and requested_by <> :by
                """)
            .param("shop", payout.shop.value())
            .param("id", payout.id)
            .param("state", as)
            .param("by", by)
            .param("reason", reason)
            .update() == 1;
    }

    /** Payouts to be sent or asked for now; each is pushed back at once, so that a crash or another node repeats it later, not now. */
    List<Payout> claimDue(Instant now, int limit) {
        return jdbc.sql("""
                with due as materialized (
                    select shop_id, payout_id
                      from settlement.payout
                     where state in ('approved', 'sent') and due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked)
                update settlement.payout
                   set state = 'sent', tries = tries + 1,
                       due_at = :now + least(interval '1 hour', interval '15 seconds' * power(2, least(tries, 10)))
                  from due, settlement.receiver
                 where payout.shop_id = due.shop_id and payout.payout_id = due.payout_id
                   and receiver.shop_id = payout.shop_id and receiver.receiver_id = payout.receiver_id
                returning payout.shop_id, payout.payout_id, payout.receiver_id, payout.rail, receiver.account, payout.amount_minor,
                          payout.currency, payout.state, payout.requested_by, payout.requested_at, payout.decided_by, payout.ended_at,
                          payout.reason
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query(Payouts::row)
            .list();
    }

    boolean end(Payout payout, String as, String reason) {
        return jdbc.sql("""
                update settlement.payout
                   set state = :state, reason = :reason, ended_at = now(), due_at = null
                 where shop_id = :shop and payout_id = :id and state = 'sent'
                """)
            .param("shop", payout.shop.value())
            .param("id", payout.id)
            .param("state", as)
            .param("reason", reason)
            .update() == 1;
    }

    private static Payout row(ResultSet row, int n) throws SQLException {
        return new Payout(new ShopId(row.getLong("shop_id")), row.getLong("payout_id"),
                new Receivers.Receiver(row.getLong("receiver_id"), row.getString("rail"), row.getString("account")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")), row.getString("state"), row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(), row.getString("decided_by"), instant(row.getTimestamp("ended_at")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    record Payout(ShopId shop, long id, Receivers.Receiver receiver, Money amount, String state, String requestedBy, Instant requestedAt,
            @Nullable String decidedBy, @Nullable Instant endedAt, @Nullable String reason) {
    }
}
