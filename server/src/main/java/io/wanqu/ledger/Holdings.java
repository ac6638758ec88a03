package io.wanqu.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the money of one source, an order for example, is now. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Holdings {

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever moves the money of a source on takes this first: until the end of the transaction nobody else does. */
    public Map<Key, Held> lock(Collection<Key> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        var keys = Columns.of(List.copyOf(sources)).longs("shops", it -> it.shop.value()).longs("sources", Key::source).params();
        jdbc.sql("""
                select count(pg_advisory_xact_lock(key))
                  from (select hashtextextended('ledger/' || shop_id || '/' || source_id, 0) as key
                          from unnest(:shops, :sources) as row (shop_id, source_id)
                         order by 1) as sorted
                """)
            .params(keys)
            .query(Long.class)
            .single();
        var held = new HashMap<Key, Held>();
        sources.forEach(source -> held.put(source, new Held(new HashMap<>(), new HashSet<>())));
        jdbc.sql("""
                select posting.shop_id, posting.source_id, side.account, sum(side.amount)::bigint as minor,
                       string_agg(distinct source, chr(31)) as sources
                  from (select distinct shop_id, source_id from unnest(:shops, :sources) as row (shop_id, source_id)) as wanted
                  join ledger.posting using (shop_id, source_id)
                 cross join lateral (values (debit, -amount_minor), (credit, amount_minor)) as side (account, amount)
                 group by posting.shop_id, posting.source_id, side.account
                """)
            .params(keys)
            .query(row -> {
                var of = held.get(new Key(new ShopId(row.getLong("shop_id")), row.getLong("source_id")));
                of.credits.put(row.getString("account"), row.getLong("minor"));
                of.sources.addAll(List.of(row.getString("sources").split("\u001f")));
            });
        return held;
    }

    public record Key(ShopId shop, long source) {
    }

    /**
     * Credits less debits of a source by account.
     *
     * @param sources the causes under which something was booked
     */
    public record Held(Map<String, Long> credits, Set<String> sources) {

        public long in(Account account) {
            return credits.getOrDefault(account.code(), 0L);
        }
    }
}
