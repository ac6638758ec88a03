package io.wanqu.kernel.chain;

import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the rows of a table with the chain that seals them: what is not sealed yet, and what ought to be and is not. Names are
 * constants of the module that owns the tables, never input.
 */
public final class SealGaps {

    private final JdbcClient jdbc;
    private final Names names;

    public SealGaps(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Rows of transactions that ended a moment ago, or still run. */
    public long unsealed(ShopId shop) {
        return count("xid >= " + names.below + "()", shop);
    }

    public long behindTheSeal(ShopId shop) {
        return count("xid < " + names.below + "()", shop);
    }

    public long inTheChain(ShopId shop) {
        return jdbc.sql("select coalesce(sum(cardinality(%s)), 0) from %s where shop_id = :shop".formatted(names.sealed, names.chain))
            .param("shop", shop.value())
            .query(Long.class)
            .single();
    }

    /** A row that ought to be in the chain and is not. */
    public Optional<Long> slippedIn(ShopId shop) {
        return jdbc.sql("""
                select %1$s
                  from %2$s
                 where shop_id = :shop and xid < %5$s()
                except
                select unnest(%3$s)
                  from %4$s
                 where shop_id = :shop
                 order by 1
                 limit 1
                """.formatted(names.id, names.rows, names.sealed, names.chain, names.below))
            .param("shop", shop.value())
            .query(Long.class)
            .optional();
    }

    private long count(String where, ShopId shop) {
        return jdbc.sql("select count(*) from %s where shop_id = :shop and %s".formatted(names.rows, where))
            .param("shop", shop.value())
            .query(Long.class)
            .single();
    }

    /**
     * What the tables are called.
     *
     * @param rows   the table that is sealed, with {@code shop_id} and {@code xid}
     * @param id     the key of its rows
     * @param chain  the table of links
     * @param sealed the column in which a link lists the keys it seals
     * @param below  the function that says below which transaction everything is sealed
     */
    public record Names(String rows, String id, String chain, String sealed, String below) {
    }
}
