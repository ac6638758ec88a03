package io.wanqu.settlement.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.ReadsBills;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settlement.bill_check and settlement.difference tables. */
@Repository
@Transactional
class Differences {

    private final JdbcClient jdbc;
    private final Ids ids;

    Differences(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    boolean checked(ShopId shop, String rail, LocalDate day) {
        return jdbc.sql("select exists (select 1 from settlement.bill_check where shop_id = :shop and rail = :rail and day = :day)")
            .param("shop", shop.value()).param("rail", rail).param("day", day).query(Boolean.class).single();
    }

    /** The latest days first. */
    List<Check> checks(ShopId shop, int limit) {
        return jdbc.sql("""
                select rail, day, lines, matched, differences, checked_at
                  from settlement.bill_check
                 where shop_id = :shop
                 order by day desc, rail
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("limit", limit)
            .query((row, n) -> new Check(row.getString("rail"), row.getObject("day", LocalDate.class), row.getInt("lines"), row.getInt("matched"),
                    row.getInt("differences"), row.getTimestamp("checked_at").toInstant()))
            .list();
    }

    void noteCheck(ShopId shop, CheckBills.Outcome outcome) {
        jdbc.sql("""
                insert into settlement.bill_check (shop_id, rail, day, lines, matched, differences)
                values (:shop, :rail, :day, :lines, :matched, :differences)
                    on conflict (shop_id, rail, day) do update
                   set lines = excluded.lines, matched = excluded.matched, differences = excluded.differences, checked_at = now()
                """)
            .param("shop", shop.value())
            .param("rail", outcome.rail())
            .param("day", outcome.day())
            .param("lines", outcome.lines())
            .param("matched", outcome.matched())
            .param("differences", outcome.differences())
            .update();
    }

    /** What was found before stays as it is, with its end if it has one; what is open and no longer found is gone. */
    void keep(ShopId shop, String rail, LocalDate day, List<Difference> found) {
        jdbc.sql("""
                update settlement.difference
                   set state = 'gone', ended_at = now()
                 where shop_id = :shop and rail = :rail and day = :day and state = 'open'
                   and not (movement || '/' || number || '/' || kind = any(:found))
                """)
            .param("shop", shop.value())
            .param("rail", rail)
            .param("day", day)
            .param("found", found.stream().map(it -> movement(it) + "/" + it.number() + "/" + it.kind().text()).toArray(String[]::new))
            .update();
        jdbc.sql("""
                insert into settlement.difference as was (shop_id, difference_id, rail, day, movement, number, kind, currency, books_minor,
                                                          own_minor, bill_minor, fee_minor, proposal)
                select :shop, id, :rail, :day, movement, number, kind, currency, books, own, bill, fee, proposal
                  from unnest(:ids, :movements, :numbers, :kinds, :currencies, :books, :own, :bills, :fees, :proposals)
                    as row (id, movement, number, kind, currency, books, own, bill, fee, proposal)
                    on conflict (shop_id, rail, day, movement, number, kind) do update
                   set state = 'open', ended_at = null
                 where was.state = 'gone'
                """)
            .params(Columns.of(found)
                    .longs("ids", it -> ids.next())
                    .texts("movements", Differences::movement)
                    .texts("numbers", Difference::number)
                    .texts("kinds", it -> it.kind().text())
                    .texts("currencies", Difference::currency)
                    .nullableLongs("books", Difference::books)
                    .nullableLongs("own", Difference::own)
                    .nullableLongs("bills", Difference::bill)
                    .nullableLongs("fees", Difference::fee)
                    .texts("proposals", Difference::proposal)
                    .and("shop", shop.value()).and("rail", rail).and("day", day)
                    .params())
            .update();
    }

    /** Newest first; of all shops where none is named. */
    List<Difference.Kept> list(@Nullable ShopId shop, @Nullable String state, long before, int limit) {
        return jdbc.sql("""
                select shop_id, difference_id, rail, day, movement, number, kind, currency, books_minor, own_minor, bill_minor, fee_minor,
                       proposal, state, note
                  from settlement.difference
                 where (:shop::bigint is null or shop_id = :shop)
                   and difference_id < :before and (:state::text is null or state = :state)
                 order by difference_id desc
                 limit :limit
                """)
            .param("shop", shop == null ? null : shop.value())
            .param("before", before)
            .param("state", state)
            .param("limit", limit)
            .query(Differences::row)
            .list();
    }

    Optional<Difference.Kept> find(ShopId shop, long id) {
        return list(shop, null, id + 1, 1).stream().filter(it -> it.id() == id).findFirst();
    }

    boolean end(ShopId shop, long id, String as, String note, String by) {
        return jdbc.sql("""
                update settlement.difference
                   set state = :state, note = :note, ended_by = :by, ended_at = now()
                 where shop_id = :shop and difference_id = :id and state = 'open'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("state", as)
            .param("note", note)
            .param("by", by)
            .update() == 1;
    }

    private static String movement(Difference difference) {
        return difference.movement().name().toLowerCase(Locale.ROOT);
    }

    private static Difference.Kept row(ResultSet row, int n) throws SQLException {
        var what = new Difference(ReadsBills.Kind.valueOf(row.getString("movement").toUpperCase(Locale.ROOT)), row.getString("number"),
                Difference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("currency"),
                row.getObject("books_minor", Long.class), row.getObject("own_minor", Long.class), row.getObject("bill_minor", Long.class),
                row.getObject("fee_minor", Long.class));
        return new Difference.Kept(new ShopId(row.getLong("shop_id")), row.getLong("difference_id"), row.getString("rail"), row.getObject("day", LocalDate.class), what,
                row.getString("proposal"), row.getString("state"), row.getString("note"));
    }

    record Check(String rail, LocalDate day, int lines, int matched, int differences, Instant checkedAt) {
    }
}
