package io.wanqu.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import io.wanqu.kernel.chain.Hashes;

/** A row of kernel.trail_chain: some entries of one shop, sealed together. */
record TrailLink(long shop, int seq, List<Long> entries, byte[] copy, byte[] previous, byte[] hash) {

    static TrailLink over(long shop, int seq, byte[] previous, List<TrailRow> rows) {
        var copy = TrailRow.CANON.of(rows);
        return new TrailLink(shop, seq, rows.stream().map(TrailRow::id).toList(), copy, previous, Hashes.sha256(previous, copy));
    }

    static TrailLink of(ResultSet row) throws SQLException {
        return new TrailLink(row.getLong("shop_id"), row.getInt("seq"), Arrays.asList((Long[]) row.getArray("entries").getArray()),
                row.getBytes("copy"), row.getBytes("previous"), row.getBytes("hash"));
    }
}
