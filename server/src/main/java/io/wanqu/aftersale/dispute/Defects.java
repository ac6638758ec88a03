package io.wanqu.aftersale.dispute;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.vault.delivered.DeliveredUnit;
import io.wanqu.vault.delivered.DeliveryFacts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down which cards were bad, with their batch and who supplied it. */
@Repository
class Defects {

    private final JdbcClient jdbc;
    private final DeliveryFacts deliveries;
    private final Clock clock;

    Defects(JdbcClient jdbc, DeliveryFacts deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What a unit costs is what the case asked for, shared out; the rest of the division stays with the shop. */
    void note(CaseRow row) {
        var bad = deliveries.of(row.shop(), row.order().value()).stream()
                .filter(unit -> unit.line() == row.line() && row.units().contains(unit.unit())).toList();
        if (bad.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into aftersale.defect (shop_id, case_id, unit, pool_id, card_id, batch_id, supplier, cost_minor, currency, at)
                select :shop, :case, unit, :pool, card_id, batch_id, supplier, :cost, :currency, :at
                  from unnest(:units, :cards, :batches, :suppliers) as row (unit, card_id, batch_id, supplier)
                    on conflict do nothing
                """)
            .params(columns(bad)
                    .and("shop", row.shop().value()).and("case", row.id()).and("pool", row.pool().value())
                    .and("cost", row.asked().minor() / bad.size()).and("currency", row.asked().currency().getCurrencyCode())
                    .and("at", clock.instant().atOffset(UTC)).params())
            .update();
    }

    private static Columns<DeliveredUnit> columns(List<DeliveredUnit> bad) {
        return Columns.of(bad).ints("units", DeliveredUnit::unit).longs("cards", DeliveredUnit::card)
                .longs("batches", DeliveredUnit::batch).texts("suppliers", DeliveredUnit::supplier);
    }
}
