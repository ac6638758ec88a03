package io.wanqu.ledger.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import io.wanqu.kernel.chain.Canon;
import io.wanqu.kernel.chain.Canon.Field;
import io.wanqu.kernel.chain.Hashes;

/** A posting as it stands in the table, with the day on which it was written down. */
record Entry(long shop, long id, long xid, String source, long sourceId, String debit, String credit, long amountMinor, String currency,
        long postedMicros, LocalDate day) {

    static final String COLUMNS = """
            shop_id, posting_id, xid, source, source_id, debit, credit, amount_minor, currency,
            (extract(epoch from posted_at) * 1000000)::bigint as posted_micros, (posted_at at time zone :zone)::date as day
            """;

    /** The order of the fields is the order in which they are sealed: it never changes. Times are microseconds since 1970. */
    static final Canon<Entry> CANON = new Canon<>(Entry::id, List.of(
            field("shop_id", Entry::shop), field("posting_id", Entry::id), field("xid", Entry::xid), field("source", Entry::source),
            field("source_id", Entry::sourceId), field("debit", Entry::debit), field("credit", Entry::credit),
            field("amount_minor", Entry::amountMinor), field("currency", Entry::currency), field("posted_at", Entry::postedMicros)));

    /** What stands before the first link of a shop's first day. */
    static byte[] genesis(long shop) {
        return Hashes.sha256(Hashes.netstrings("wanqu.ledger/1", Long.toString(shop)));
    }

    private static Field<Entry> field(String column, Function<Entry, Object> value) {
        return new Field<>(column, entry -> value.apply(entry).toString());
    }

    static Entry of(ResultSet row) throws SQLException {
        return new Entry(row.getLong("shop_id"), row.getLong("posting_id"), row.getLong("xid"), row.getString("source"),
                row.getLong("source_id"), row.getString("debit"), row.getString("credit"), row.getLong("amount_minor"),
                row.getString("currency"), row.getLong("posted_micros"), row.getObject("day", LocalDate.class));
    }
}
