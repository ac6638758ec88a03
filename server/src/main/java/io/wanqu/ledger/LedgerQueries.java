package io.wanqu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the books. */
@Repository
public class LedgerQueries {

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every account's balance, debits positive; over all accounts of a currency they sum to zero. */
    public List<Balance> balances(ShopId shop) {
        return jdbc.sql("""
                select account, currency, sum(amount)::bigint as balance_minor
                  from (select account, currency, debit_minor - credit_minor as amount from ledger.balance where shop_id = :shop
                        union all
                        select side.account, currency, side.amount
                          from ledger.posting
                         cross join lateral (values (debit, amount_minor), (credit, -amount_minor)) as side (account, amount)
                         where shop_id = :shop and xid >= ledger.sealed_below()) as part
                 group by account, currency
                 order by account, currency
                """)
            .param("shop", shop.value())
            .query(LedgerQueries::balance)
            .list();
    }

    /** Credits less debits of one account: what is in it, for a liability. */
    public long credit(ShopId shop, Account account, String currency) {
        return -balances(shop).stream().filter(it -> it.account.equals(account.code()) && it.currency.equals(currency))
                .mapToLong(Balance::balanceMinor).sum();
    }

    /** The balances at the end of the last day that was closed by then; none when no day was. */
    public List<Balance> balances(ShopId shop, LocalDate day) {
        return jdbc.sql("""
                select account, currency, debit_minor - credit_minor as balance_minor
                  from ledger.day_balance
                 where shop_id = :shop
                   and day = (select max(day) from ledger.chain_day where shop_id = :shop and day <= :day and root is not null)
                 order by account, currency
                """)
            .param("shop", shop.value())
            .param("day", day)
            .query(LedgerQueries::balance)
            .list();
    }

    /** What was in one account at the end of each closed day of a stretch, credits less debits, the oldest first. */
    public List<DayCredit> credits(ShopId shop, Account account, String currency, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select day, credit_minor - debit_minor as minor
                  from ledger.day_balance
                 where shop_id = :shop and day between :from and :until and account = :account and currency = :currency
                 order by day
                """)
            .param("shop", shop.value())
            .param("from", from)
            .param("until", until)
            .param("account", account.code())
            .param("currency", currency)
            .query((row, n) -> new DayCredit(row.getObject("day", LocalDate.class), row.getLong("minor")))
            .list();
    }

    /** Sums of a closed day by cause and accounts; the cause is what stands before the slash. */
    public List<DaySum> day(ShopId shop, LocalDate day) {
        return jdbc.sql("""
                select split_part(source, '/', 1) as cause, debit, credit, currency, count(*) as postings, sum(amount_minor)::bigint as minor
                  from (select unnest(postings) as posting_id from ledger.chain where shop_id = :shop and day = :day) as sealed
                  join ledger.posting on posting.shop_id = :shop and posting.posting_id = sealed.posting_id
                 group by 1, 2, 3, 4
                 order by 1, 2, 3, 4
                """)
            .param("shop", shop.value())
            .param("day", day)
            .query((row, n) -> new DaySum(row.getString("cause"), row.getString("debit"), row.getString("credit"),
                    row.getString("currency"), row.getLong("postings"), row.getLong("minor")))
            .list();
    }

    /** Postings of a closed or open day, the oldest first; of a day of hundreds of thousands each page looks up its own rows alone. */
    public List<Line> linesOf(ShopId shop, LocalDate day, long after, int limit) {
        return jdbc.sql("""
                select posting.posting_id, source, source_id, debit, credit, amount_minor, currency, posted_at
                  from (select posting_id
                          from (select unnest(postings) as posting_id from ledger.chain where shop_id = :shop and day = :day) as sealed
                         where posting_id > :after
                         order by posting_id
                         limit :limit) as page
                  join ledger.posting on posting.shop_id = :shop and posting.posting_id = page.posting_id
                 order by posting.posting_id
                """)
            .param("shop", shop.value())
            .param("day", day)
            .param("after", after)
            .param("limit", limit)
            .query(LedgerQueries::line)
            .list();
    }

    /** Days of a shop's books that are closed, youngest first. */
    public List<ClosedDay> closedDays(ShopId shop, LocalDate before, int limit) {
        return jdbc.sql("""
                select day, postings, encode(root, 'hex') as root
                  from ledger.chain_day
                 where shop_id = :shop and day < :before and root is not null
                 order by day desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new ClosedDay(row.getObject("day", LocalDate.class), row.getLong("postings"), row.getString("root")))
            .list();
    }

    /** Whether every day until then is over and closed. */
    public boolean closedUntil(ShopId shop, LocalDate day) {
        return jdbc.sql("""
                select not exists (select 1 from ledger.chain_day where shop_id = :shop and day <= :day and root is null)
                   and not exists (select 1 from ledger.posting where shop_id = :shop and xid >= ledger.sealed_below())
                """)
            .param("shop", shop.value())
            .param("day", day)
            .query(Boolean.class)
            .single();
    }

    /** What was booked, newest first; of one account, or of all. */
    public Page<Line> statement(ShopId shop, @Nullable String account, long before, int limit) {
        return Page.of(jdbc.sql("""
                select posting_id, source, source_id, debit, credit, amount_minor, currency, posted_at
                  from ledger.posting
                 where shop_id = :shop
                   and posting_id < :before
                   and (:account::text is null or debit = :account or credit = :account)
                 order by posting_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("account", account)
            .param("limit", limit + 1)
            .query(LedgerQueries::line)
            .list(), limit, line -> Long.parseLong(line.posting));
    }

    /** What was booked for one source, oldest first. */
    public List<Posting> of(ShopId shop, long sourceId) {
        return jdbc.sql("""
                select source, debit, credit, amount_minor, currency
                  from ledger.posting
                 where shop_id = :shop and source_id = :source
                 order by posting_id
                """)
            .param("shop", shop.value())
            .param("source", sourceId)
            .query((row, n) -> new Posting(row.getString("source"), row.getString("debit"), row.getString("credit"),
                    row.getLong("amount_minor"), row.getString("currency")))
            .list();
    }

    private static Balance balance(ResultSet row, int n) throws SQLException {
        return new Balance(row.getString("account"), row.getString("currency"), row.getLong("balance_minor"));
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(Long.toString(row.getLong("posting_id")), row.getString("source"), Long.toString(row.getLong("source_id")),
                row.getString("debit"), row.getString("credit"), row.getLong("amount_minor"), row.getString("currency"),
                row.getTimestamp("posted_at").toInstant());
    }

    public record Balance(String account, String currency, long balanceMinor) {
    }

    public record Posting(String source, String debit, String credit, long amountMinor, String currency) {
    }

    public record DaySum(String cause, String debit, String credit, String currency, long postings, long minor) {
    }

    public record Line(String posting, String source, String sourceId, String debit, String credit, long amountMinor, String currency,
            Instant at) {
    }

    public record DayCredit(LocalDate day, long minor) {
    }

    public record ClosedDay(LocalDate day, long postings, String root) {
    }
}
