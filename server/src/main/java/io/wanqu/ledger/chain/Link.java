package io.wanqu.ledger.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.wanqu.kernel.chain.Hashes;

/** A row of ledger.chain: some postings of one shop and day, sealed together. */
record Link(long shop, LocalDate day, int seq, List<Long> postings, byte[] copy, byte[] previous, byte[] hash) {

    static Link over(Day day, List<Entry> entries) {
        var copy = Entry.CANON.of(entries);
        return new Link(day.shop(), day.day(), day.links() + 1, entries.stream().map(Entry::id).toList(), copy, day.lastHash(),
                Hashes.sha256(day.lastHash(), copy));
    }

    static Link of(ResultSet row) throws SQLException {
        return new Link(row.getLong("shop_id"), row.getObject("day", LocalDate.class), row.getInt("seq"),
                Arrays.asList((Long[]) row.getArray("postings").getArray()), row.getBytes("copy"), row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
