package io.wanqu.ledger.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A posting as it stands in the table, with the day on which it was written down. */
record Entry(long shop, long id, long xid, String source, long sourceId, String debit, String credit, long amountMinor, String currency,
        long postedMicros, LocalDate day) {

    static final String COLUMNS = """
            shop_id, posting_id, xid, source, source_id, debit, credit, amount_minor, currency,
            (extract(epoch from posted_at) * 1000000)::bigint as posted_micros, (posted_at at time zone :zone)::date as day
            """;

    static Entry of(ResultSet row) throws SQLException {
        return new Entry(row.getLong("shop_id"), row.getLong("posting_id"), row.getLong("xid"), row.getString("source"),
                row.getLong("source_id"), row.getString("debit"), row.getString("credit"), row.getLong("amount_minor"),
                row.getString("currency"), row.getLong("posted_micros"), row.getObject("day", LocalDate.class));
    }
}
