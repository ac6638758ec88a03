package io.wanqu.aftersale.dispute;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The aftersale.buyer_case table; every move is a guarded update, so that of two decisions one counts. */
@Repository
public class Cases {

    private static final String SELECT = """
            select shop_id, case_id, order_id, line, pool_id, kind, units, asked_minor, currency, state, outcome, granted_minor, decided_by,
                   excluded, opened_at, deadline, ended_at
              from aftersale.buyer_case
            """;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CaseRow> find(ShopId shop, long id) {
        return jdbc.sql(SELECT + " where shop_id = :shop and case_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query(Cases::row)
            .optional();
    }

    public List<CaseRow> of(ShopId shop, OrderId order) {
        return jdbc.sql(SELECT + " where shop_id = :shop and order_id = :order order by case_id desc")
            .param("shop", shop.value())
            .param("order", order.value())
            .query(Cases::row)
            .list();
    }

    /** Newest first. */
    List<CaseRow> list(ShopId shop, @Nullable String state, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id = :shop and case_id < :before and (:state::text is null or state = :state)
                 order by case_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("state", state)
            .param("limit", limit)
            .query(Cases::row)
            .list();
    }

    /** Of all shops: those somebody of the platform has to decide, the most urgent first. */
    List<CaseRow> escalated(int limit) {
        return jdbc.sql(SELECT + " where state = 'escalated' order by deadline limit :limit").param("limit", limit).query(Cases::row).list();
    }

    /** Cases whose time has passed; whoever moves them checks again. */
    List<CaseRow> due(Instant now, int limit) {
        return jdbc.sql(SELECT + " where deadline < :now order by deadline limit :limit")
            .param("now", now.atOffset(UTC))
            .param("limit", limit)
            .query(Cases::row)
            .list();
    }

    void add(CaseRow row) {
        jdbc.sql("""
                insert into aftersale.buyer_case (shop_id, case_id, order_id, line, pool_id, kind, units, asked_minor, currency, state,
                                                  excluded, opened_at, deadline)
                values (:shop, :id, :order, :line, :pool, :kind, :units, :asked, :currency, :state, :excluded, :openedAt, :deadline)
                """)
            .param("shop", row.shop().value())
            .param("id", row.id())
            .param("order", row.order().value())
            .param("line", row.line())
            .param("pool", row.pool().value())
            .param("kind", row.kind())
            .param("units", row.units().toArray(Integer[]::new))
            .param("asked", row.asked().minor())
            .param("currency", row.asked().currency().getCurrencyCode())
            .param("state", row.state())
            .param("excluded", row.excluded())
            .param("openedAt", row.openedAt().atOffset(UTC))
            .param("deadline", row.deadline() == null ? null : row.deadline().atOffset(UTC))
            .update();
    }

    /** False when somebody else was first. */
    boolean move(CaseRow row, Collection<String> from, String to, Instant deadline) {
        return jdbc.sql("""
                update aftersale.buyer_case
                   set state = :to, deadline = :deadline
                 where shop_id = :shop and case_id = :id and state = any(:from)
                """)
            .param("shop", row.shop().value())
            .param("id", row.id())
            .param("from", from.toArray(String[]::new))
            .param("to", to)
            .param("deadline", deadline.atOffset(UTC))
            .update() == 1;
    }

    /** False when somebody else was first. */
    boolean end(CaseRow row, Collection<String> from, Ending ending, Instant now) {
        return jdbc.sql("""
                update aftersale.buyer_case
                   set state = 'ended', deadline = null, outcome = :outcome, granted_minor = :granted, decided_by = :by, ended_at = :now
                 where shop_id = :shop and case_id = :id and state = any(:from)
                """)
            .param("shop", row.shop().value())
            .param("id", row.id())
            .param("from", from.toArray(String[]::new))
            .param("outcome", ending.outcome)
            .param("granted", ending.grantedMinor)
            .param("by", ending.by)
            .param("now", now.atOffset(UTC))
            .update() == 1;
    }

    private static CaseRow row(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        return new CaseRow(new ShopId(row.getLong("shop_id")), row.getLong("case_id"), new OrderId(row.getLong("order_id")), row.getInt("line"),
                new PoolId(row.getLong("pool_id")), row.getString("kind"), Arrays.asList((Integer[]) row.getArray("units").getArray()),
                Money.of(row.getLong("asked_minor"), currency), row.getString("state"), row.getString("outcome"),
                Money.of(row.getLong("granted_minor"), currency), row.getString("decided_by"), row.getString("excluded"),
                row.getTimestamp("opened_at").toInstant(), instant(row.getTimestamp("deadline")), instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** How a case ended, and by whom. */
    record Ending(String outcome, long grantedMinor, String by) {
    }
}
