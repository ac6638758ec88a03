package io.wanqu.ledger.chain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.SealGaps;
import io.wanqu.ledger.LedgerSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a shop's chain and what it is compared with. */
@Repository
class ReadChain {

    private final JdbcClient jdbc;
    private final LedgerSettings settings;
    private final SealGaps gaps;

    ReadChain(JdbcClient jdbc, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.gaps = new SealGaps(jdbc, new SealGaps.Names("ledger.posting", "posting_id", "ledger.chain", "postings", "ledger.sealed_below"));
    }

    List<ShopId> shops(long after, int limit) {
        return jdbc.sql("select distinct shop_id from ledger.balance where shop_id > :after order by shop_id limit :limit")
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    List<Day> days(ShopId shop, LocalDate from, int limit) {
        return jdbc.sql("select " + Day.COLUMNS + """
                  from ledger.chain_day
                 where shop_id = :shop and day >= :from
                 order by day
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("from", from)
            .param("limit", limit)
            .query((row, n) -> Day.of(row))
            .list();
    }

    Optional<Day> lastBefore(ShopId shop, LocalDate day) {
        return jdbc.sql("select " + Day.COLUMNS + """
                  from ledger.chain_day
                 where shop_id = :shop and day < :day
                 order by day desc
                 limit 1
                """)
            .param("shop", shop.value())
            .param("day", day)
            .query((row, n) -> Day.of(row))
            .optional();
    }

    List<Link> links(ShopId shop, LocalDate day, int after, int limit) {
        return jdbc.sql("""
                select shop_id, day, seq, postings, copy, previous, hash
                  from ledger.chain
                 where shop_id = :shop and day = :day and seq > :after
                 order by seq
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("day", day)
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> Link.of(row))
            .list();
    }

    List<Entry> entries(ShopId shop, Collection<Long> postings) {
        return jdbc.sql("select " + Entry.COLUMNS + """
                  from ledger.posting
                 where shop_id = :shop and posting_id = any(:postings)
                """)
            .param("zone", settings.zone().getId())
            .param("shop", shop.value())
            .param("postings", postings.stream().mapToLong(it -> it).toArray())
            .query((row, n) -> Entry.of(row))
            .list();
    }

    /** What the accounts had come to at the end of a day; the running balances when no day is given. */
    Totals totals(ShopId shop, @Nullable LocalDate day) {
        var totals = new Totals();
        var sql = day == null
                ? "select account, currency, debit_minor, credit_minor from ledger.balance where shop_id = :shop"
                : "select account, currency, debit_minor, credit_minor from ledger.day_balance where shop_id = :shop and day = :day";
        var statement = jdbc.sql(sql).param("shop", shop.value());
        (day == null ? statement : statement.param("day", day)).query(row -> {
            totals.put(new Totals.Key(row.getString("account"), row.getString("currency")),
                    new Totals.Sum(row.getLong("debit_minor"), row.getLong("credit_minor")));
        });
        return totals;
    }

    SealGaps gaps() {
        return gaps;
    }
}
