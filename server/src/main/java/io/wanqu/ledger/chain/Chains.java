package io.wanqu.ledger.chain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.kernel.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger.chain, ledger.chain_day, ledger.balance and ledger.day_balance tables, written by the sealer for many shops at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Chains {

    private final JdbcClient jdbc;

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The youngest day of each shop that has one. */
    Map<Long, Day> heads(Collection<Long> shops) {
        return jdbc.sql("select distinct on (shop_id) " + Day.COLUMNS + """
                  from ledger.chain_day
                 where shop_id = any(:shops)
                 order by shop_id, day desc
                """)
            .param("shops", shops.stream().mapToLong(it -> it).toArray())
            .query((row, n) -> Day.of(row))
            .list().stream()
            .collect(Collectors.toMap(Day::shop, it -> it));
    }

    List<Day> openBefore(LocalDate day, int limit) {
        return jdbc.sql("select " + Day.COLUMNS + """
                  from ledger.chain_day
                 where root is null and day < :day
                 order by day
                 limit :limit
                """)
            .param("day", day)
            .param("limit", limit)
            .query((row, n) -> Day.of(row))
            .list();
    }

    Map<Long, Totals> totals(Collection<Long> shops) {
        var totals = new HashMap<Long, Totals>();
        shops.forEach(shop -> totals.put(shop, new Totals()));
        jdbc.sql("""
                select shop_id, account, currency, debit_minor, credit_minor
                  from ledger.balance
                 where shop_id = any(:shops)
                """)
            .param("shops", shops.stream().mapToLong(it -> it).toArray())
            .query(row -> {
                totals.get(row.getLong("shop_id")).put(new Totals.Key(row.getString("account"), row.getString("currency")),
                        new Totals.Sum(row.getLong("debit_minor"), row.getLong("credit_minor")));
            });
        return totals;
    }

    void addLinks(List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into ledger.chain (shop_id, day, seq, postings, copy, previous, hash)
                select shop_id, day::date, seq, string_to_array(postings, ',')::bigint[], copy, previous, hash
                  from unnest(:shops, :days, :seqs, :postings, :copies, :previous, :hashes)
                    as row (shop_id, day, seq, postings, copy, previous, hash)
                """)
            .params(Columns.of(links)
                    .longs("shops", Link::shop)
                    .texts("days", it -> it.day().toString())
                    .ints("seqs", Link::seq)
                    .texts("postings", it -> it.postings().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .bytes("copies", Link::copy)
                    .bytes("previous", Link::previous)
                    .bytes("hashes", Link::hash)
                    .params())
            .update();
    }

    void putDays(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into ledger.chain_day as was (shop_id, day, links, postings, last_hash, previous_root, root, closed_at)
                select shop_id, day::date, links, postings, last_hash, previous_root, root, case when root is null then null else now() end
                  from unnest(:shops, :days, :links, :postings, :hashes, :previous, :roots)
                    as row (shop_id, day, links, postings, last_hash, previous_root, root)
                 order by shop_id, root is null, day
                    on conflict (shop_id, day) do update
                   set links = excluded.links, postings = excluded.postings, last_hash = excluded.last_hash, root = excluded.root,
                       closed_at = excluded.closed_at
                """)
            .params(Columns.of(days)
                    .longs("shops", Day::shop)
                    .texts("days", it -> it.day().toString())
                    .ints("links", Day::links)
                    .longs("postings", Day::postings)
                    .bytes("hashes", Day::lastHash)
                    .bytes("previous", Day::previousRoot)
                    .bytes("roots", Day::root)
                    .params())
            .update();
    }

    void putTotals(Map<Long, Totals> totals) {
        put(totals.entrySet().stream().flatMap(it -> Row.of(it.getKey(), null, it.getValue())).toList(), """
                insert into ledger.balance (shop_id, account, currency, debit_minor, credit_minor)
                select shop_id, account, currency, debit_minor, credit_minor
                  from unnest(:shops, :days, :accounts, :currencies, :debits, :credits)
                    as row (shop_id, day, account, currency, debit_minor, credit_minor)
                    on conflict (shop_id, account, currency) do update
                   set debit_minor = excluded.debit_minor, credit_minor = excluded.credit_minor
                """);
    }

    void addDayTotals(List<Row> rows) {
        put(rows, """
                insert into ledger.day_balance (shop_id, day, account, currency, debit_minor, credit_minor)
                select shop_id, day::date, account, currency, debit_minor, credit_minor
                  from unnest(:shops, :days, :accounts, :currencies, :debits, :credits)
                    as row (shop_id, day, account, currency, debit_minor, credit_minor)
                """);
    }

    private void put(List<Row> rows, String sql) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
            .params(Columns.of(rows)
                    .longs("shops", Row::shop)
                    .texts("days", it -> it.day == null ? null : it.day.toString())
                    .texts("accounts", it -> it.key.account())
                    .texts("currencies", it -> it.key.currency())
                    .longs("debits", it -> it.sum.debitMinor())
                    .longs("credits", it -> it.sum.creditMinor())
                    .params())
            .update();
    }

    /** A sum on its way into a table. */
    record Row(long shop, @Nullable LocalDate day, Totals.Key key, Totals.Sum sum) {

        static Stream<Row> of(long shop, @Nullable LocalDate day, Totals totals) {
            return totals.all().entrySet().stream().map(it -> new Row(shop, day, it.getKey(), it.getValue()));
        }
    }
}
