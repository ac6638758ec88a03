package io.wanqu.ledger.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import io.wanqu.kernel.chain.Hashes;

import org.jspecify.annotations.Nullable;

/** A row of ledger.chain_day. */
record Day(long shop, LocalDate day, int links, long postings, byte[] lastHash, byte[] previousRoot, byte @Nullable [] root) {

    static final String COLUMNS = "shop_id, day, links, postings, last_hash, previous_root, root";

    static Day of(ResultSet row) throws SQLException {
        return new Day(row.getLong("shop_id"), row.getObject("day", LocalDate.class), row.getInt("links"), row.getLong("postings"),
                row.getBytes("last_hash"), row.getBytes("previous_root"), row.getBytes("root"));
    }

    static Day first(long shop, LocalDate day, byte[] previousRoot) {
        return new Day(shop, day, 0, 0, previousRoot, previousRoot, null);
    }

    boolean open() {
        return root == null;
    }

    Day with(Link link) {
        return new Day(shop, day, links + 1, postings + link.postings().size(), link.hash(), previousRoot, null);
    }

    Day closed(Totals totals) {
        return new Day(shop, day, links, postings, lastHash, previousRoot, rootOver(totals));
    }

    /** SHA-256 over the previous root, the day's name and counts, its last hash, and what the accounts had come to by its end. */
    byte[] rootOver(Totals totals) {
        return Hashes.sha256(previousRoot, Hashes.netstrings("wanqu.ledger.day/1", Long.toString(shop), day.toString(),
                Integer.toString(links), Long.toString(postings)), lastHash, totals.bytes());
    }
}
