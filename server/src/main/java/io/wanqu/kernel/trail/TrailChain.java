package io.wanqu.kernel.trail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.SealGaps;
import io.wanqu.kernel.chain.SealMark;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kernel.trail_chain table, what it seals, and how far it has come. */
@Repository
class TrailChain {

    private static final String LINK = "select shop_id, seq, entries, copy, previous, hash";

    private final JdbcClient jdbc;
    private final SealMark mark;
    private final SealGaps gaps;

    TrailChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.mark = new SealMark(jdbc, "kernel.trail_sealer");
        this.gaps = new SealGaps(jdbc, new SealGaps.Names("kernel.trail", "entry_id", "kernel.trail_chain", "entries", "kernel.trail_sealed_below"));
    }

    SealMark mark() {
        return mark;
    }

    SealGaps gaps() {
        return gaps;
    }

    /** At least so many, if there are: the last transaction is always read to its end. */
    List<TrailRow> unsealed(long from, long below, int limit) {
        return jdbc.sql("select " + TrailRow.COLUMNS + """
                  from kernel.trail
                 where xid >= :from and xid < :below
                 order by xid
                 fetch first :limit rows with ties
                """)
            .param("from", from)
            .param("below", below)
            .param("limit", limit)
            .query((row, n) -> TrailRow.of(row))
            .list();
    }

    /** The last link of each shop that has one. */
    Map<Long, TrailLink> heads(Collection<Long> shops) {
        return jdbc.sql(LINK.replace("select", "select distinct on (shop_id)") + """
                  from kernel.trail_chain
                 where shop_id = any(:shops)
                 order by shop_id, seq desc
                """)
            .param("shops", shops.stream().mapToLong(it -> it).toArray())
            .query((row, n) -> TrailLink.of(row))
            .list().stream()
            .collect(Collectors.toMap(TrailLink::shop, it -> it));
    }

    void add(List<TrailLink> links) {
        jdbc.sql("""
                insert into kernel.trail_chain (shop_id, seq, entries, copy, previous, hash)
                select shop_id, seq, string_to_array(entries, ',')::bigint[], copy, previous, hash
                  from unnest(:shops, :seqs, :entries, :copies, :previous, :hashes)
                    as row (shop_id, seq, entries, copy, previous, hash)
                """)
            .params(Columns.of(links)
                    .longs("shops", TrailLink::shop)
                    .ints("seqs", TrailLink::seq)
                    .texts("entries", it -> it.entries().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .bytes("copies", TrailLink::copy)
                    .bytes("previous", TrailLink::previous)
                    .bytes("hashes", TrailLink::hash)
                    .params())
            .update();
    }

    List<TrailLink> links(ShopId shop, int after, int limit) {
        return jdbc.sql(LINK + """
                  from kernel.trail_chain
                 where shop_id = :shop and seq > :after
                 order by seq
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> TrailLink.of(row))
            .list();
    }

    List<TrailRow> entries(ShopId shop, Collection<Long> ids) {
        return jdbc.sql("select " + TrailRow.COLUMNS + """
                  from kernel.trail
                 where shop_id = :shop and entry_id = any(:ids)
                """)
            .param("shop", shop.value())
            .param("ids", ids.stream().mapToLong(it -> it).toArray())
            .query((row, n) -> TrailRow.of(row))
            .list();
    }

    /** Shops that have a chain, the platform's own first: those behind this one. */
    List<ShopId> shops(long after, int limit) {
        return jdbc.sql("select shop_id from kernel.trail_chain where seq = 1 and shop_id > :after order by shop_id limit :limit")
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }
}
