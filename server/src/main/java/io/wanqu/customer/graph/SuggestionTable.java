package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.suggestion table: who might be one person, each pair asked once. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SuggestionTable {

    private final JdbcClient jdbc;
    private final Ids ids;

    SuggestionTable(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void add(List<Suggested> suggested, Instant at) {
        if (suggested.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customer.suggestion (shop_id, suggestion_id, low, high, kind, made_at)
                select shop_id, id, low, high, kind, :at
                  from unnest(:shops, :ids, :lows, :highs, :kinds) as row (shop_id, id, low, high, kind)
                    on conflict do nothing
                """)
            .params(Columns.of(suggested).longs("shops", it -> it.shop.value()).longs("ids", it -> ids.next()).longs("lows", it -> it.pair.low())
                    .longs("highs", it -> it.pair.high()).texts("kinds", Suggested::kind).and("at", at.atOffset(UTC)).params())
            .update();
    }

    /** Newest first; those that became true by another way are left out. */
    public Page<Open> open(ShopId shop, long before, int limit) {
        return Page.of(jdbc.sql("""
                select suggestion_id, low, high, kind, suggestion.made_at
                  from customer.suggestion
                  join customer.customer as one on one.shop_id = suggestion.shop_id and one.customer_id = low
                  join customer.customer as other on other.shop_id = suggestion.shop_id and other.customer_id = high
                 where suggestion.shop_id = :shop and state = 'open' and suggestion_id < :before
                   and one.person_id <> other.person_id and one.erased_at is null and other.erased_at is null
                 order by suggestion_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> new Open(row.getLong("suggestion_id"), new CustomerId(row.getLong("low")), new CustomerId(row.getLong("high")),
                    row.getString("kind"), row.getTimestamp("made_at").toInstant()))
            .list(), limit, Open::number);
    }

    public Optional<Pair> decide(ShopId shop, long id, boolean accepted, String by, Instant at) {
        return jdbc.sql("""
                update customer.suggestion
                   set state = :state, decided_by = :by, decided_at = :at
                 where shop_id = :shop and suggestion_id = :id and state = 'open'
                returning low, high
                """)
            .param("state", accepted ? "accepted" : "refused")
            .param("by", by)
            .param("at", at.atOffset(UTC))
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> new Pair(row.getLong("low"), row.getLong("high")))
            .optional();
    }

    record Suggested(ShopId shop, Pair pair, String kind) {
    }

    /** @param because the weak sign that both share, or {@code order}: one order names both, and something contradicts */
    public record Open(long number, CustomerId customer, CustomerId other, String because, Instant at) {
    }
}
