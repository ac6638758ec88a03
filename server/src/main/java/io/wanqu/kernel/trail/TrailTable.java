package io.wanqu.kernel.trail;

import java.util.List;

import io.wanqu.kernel.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the kernel.trail table. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TrailTable {

    private final JdbcClient jdbc;

    TrailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<TrailRow> rows) {
        jdbc.sql("""
                insert into kernel.trail
                       (shop_id, entry_id, actor, actor_name, action, subject, route, request, address, idempotency, outcome, before, after)
                select shop_id, entry_id, actor, actor_name, action, subject, route, request, address, idempotency, outcome, before, after
                  from unnest(:shops, :ids, :actors, :names, :actions, :subjects, :routes, :requests, :addresses, :keys, :outcomes,
                              :befores, :afters)
                    as row (shop_id, entry_id, actor, actor_name, action, subject, route, request, address, idempotency, outcome,
                            before, after)
                """)
            .params(Columns.of(rows)
                    .longs("shops", TrailRow::shop)
                    .longs("ids", TrailRow::id)
                    .texts("actors", it -> it.act().actor())
                    .texts("names", it -> it.act().name())
                    .texts("actions", TrailRow::action)
                    .texts("subjects", TrailRow::subject)
                    .texts("routes", it -> it.act().route())
                    .texts("requests", it -> it.act().request())
                    .texts("addresses", it -> it.act().address())
                    .texts("keys", it -> it.act().idempotency())
                    .texts("outcomes", TrailRow::outcome)
                    .texts("befores", TrailRow::before)
                    .texts("afters", TrailRow::after)
                    .params())
            .update();
    }
}
