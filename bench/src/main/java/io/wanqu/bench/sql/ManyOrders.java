package io.wanqu.bench.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.drive.Database;
import io.wanqu.bench.drive.Shop;

/**
 * A shop's delivered orders once more and once more, row by row in SQL, with everything that hangs on them: lines, payments,
 * the rail's events, cards, deliveries, postings, and the pools' counters. Each copy has ids of its own that lie before the
 * originals', and postings are written as new ones, which the server seals; so the books stay right and the audit clean. Columns are read from the catalogue, so a new one is copied too.
 */
public final class ManyOrders {

    /** Wider than the ids of the originals are apart. */
    private static final long STEP = 1_000_000_000_000L;
    private static final int COPIES_AT_ONCE = 50;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final List<Table> TABLES = List.of(
            new Table("ordering.customer_order", "growth.original.order_id = row.order_id",
                    Map.of("order_id", "row.order_id - shift", "request_key", "decode(md5(row.request_key::text || nth), 'hex')")),
            new Table("ordering.order_line", "growth.original.order_id = row.order_id", Map.of("order_id", "row.order_id - shift")),
            new Table("payment.payment", "growth.original.order_id = row.subject",
                    Map.of("payment_id", "row.payment_id - shift", "subject", "row.subject - shift")),
            new Table("payment.rail_event", "growth.original.payment_id = row.payment_id",
                    Map.of("payment_id", "row.payment_id - shift", "event_id", "row.event_id || '-' || nth")),
            new Table("vault.card", "growth.original.card_id = row.card_id",
                    Map.of("card_id", "row.card_id - shift", "fingerprint", "decode(md5(row.fingerprint::text || nth), 'hex')",
                            "holder", "row.holder - shift")),
            new Table("vault.delivery", "growth.original.order_id = row.holder",
                    Map.of("holder", "row.holder - shift", "card_id", "row.card_id - shift")),
            new Table("ledger.posting", "growth.original.order_id = row.source_id",
                    Map.of("posting_id", "row.posting_id - shift", "source_id", "row.source_id - shift", "source", "row.source || '-' || nth",
                            "xid", "pg_current_xact_id()::text::bigint")));

    private static final List<String> RANDOM_KEYS = List.of("ordering.order_request", "vault.card_fingerprint", "ledger.posting_once");

    private final Database database;
    private final String shop;
    private long copied;

    /** From now on the orders that are delivered now are the originals. */
    public ManyOrders(Database database, Shop shop) {
        this.database = database;
        this.shop = shop.id();
        database.run(Database.script("growth-originals.sql").replace(":shop", this.shop));
    }

    /** Copies until each original exists so many times; what was copied before counts. */
    public void multiply(int times) throws SQLException {
        try (var _ = new PutAside(database, TABLES.stream().map(Table::name).toList(), RANDOM_KEYS)) {
            while (copied < times - 1) {
                copy(Math.min(times - 1, copied + COPIES_AT_ONCE));
            }
        }
        awaitSeal();
        database.run("checkpoint");
    }

    private void copy(long until) throws SQLException {
        for (var table : TABLES) {
            database.run(insert(table, copied + 1, until));
        }
        database.run(Database.script("growth-pools.sql").replace(":shop", shop).replace(":copies", Long.toString(until - copied)));
        copied = until;
    }

    /** The server seals behind the sales; measured is what comes after. */
    private void awaitSeal() {
        var patience = System.nanoTime() + SEALED_WITHIN.toNanos();
        while (database.count(Database.script("growth-unsealed.sql")) > 0) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("the copied postings were not sealed within " + SEALED_WITHIN);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private String insert(Table table, long from, long until) throws SQLException {
        var columns = columns(table.name);
        var values = columns.stream().map(column -> table.changed.getOrDefault(column, "row." + column)).toList();
        return """
                insert into %s (%s)
                select %s
                  from growth.original
                  join %s as row on %s
                 cross join (select copy * %d as shift, copy::text as nth from generate_series(%d::bigint, %d::bigint) as copy) as copies
                 where row.shop_id = %s
                """.formatted(table.name, String.join(", ", columns), String.join(", ", values), table.name, table.original, STEP, from, until, shop);
    }

    private List<String> columns(String table) throws SQLException {
        try (var connection = database.connect(); var statement = connection.prepareStatement("""
                select column_name
                  from information_schema.columns
                 where table_schema || '.' || table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
                 order by ordinal_position
                """)) {
            statement.setString(1, table);
            var columns = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }

    /**
     * A table whose rows are copied.
     *
     * @param original how its rows hang on an original order
     * @param changed  what differs in a copy; everything else is the same
     */
    private record Table(String name, String original, Map<String, String> changed) {
    }
}
