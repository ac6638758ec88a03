package io.wanqu.vault.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.CopyRows;
import io.wanqu.vault.importing.ReadStretch.SealedCard;

import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** New rows of vault.card, thousands in one statement, and what is there already. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CardRows {

    private static final String COPY = """
            copy vault.card (shop_id, card_id, pool_id, batch_id, premium_minor, expires_at, line_no, uses_max, uses_left, per_day,
                             state, fingerprint, sealed, label)
            from stdin (format binary)
            """;
    private static final int FIELDS = 14;
    private static final byte[] AVAILABLE = "available".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    CardRows(JdbcClient jdbc, JdbcTemplate connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * Writes all of them or none, at about half of what an insert costs that looks for conflicts row by row; false when the shop
     * got one of these cards by another hand at this very moment.
     */
    boolean copy(Import of, List<SealedCard> cards) {
        var rows = new CopyRows(cards.size());
        cards.forEach(card -> row(rows, of, card));
        return Boolean.TRUE.equals(connections.execute((Connection connection) -> copy(connection, rows)));
    }

    private static void row(CopyRows rows, Import of, SealedCard card) {
        var line = card.line();
        rows.row(FIELDS).bigint(of.shop().value()).bigint(card.id()).bigint(of.pool().value()).bigint(of.id())
                .bigint(line.premiumMinor()).timestamptzOrInfinity(line.expiresAt()).integer(line.lineNo())
                .integer(line.uses()).integer(line.uses()).integer(line.perDay())
                .bytea(AVAILABLE).bytea(card.sealed().fingerprint()).bytea(card.sealed().bytes()).text(line.label());
    }

    private static boolean copy(Connection connection, CopyRows rows) throws SQLException {
        var before = connection.setSavepoint();
        try {
            rows.into(connection, COPY);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    /** Writes what the shop does not have yet, whoever writes the same cards at this moment, and returns the ids of those cards. */
    Set<Long> add(Import of, List<SealedCard> cards) {
        return new HashSet<>(jdbc.sql("""
                insert into vault.card (shop_id, card_id, pool_id, batch_id, premium_minor, expires_at, line_no, uses_max,
                                        uses_left, per_day, state, fingerprint, sealed, label)
                select :shop, card_id, :pool, :batch, premium, coalesce(expires::timestamptz, 'infinity'), line_no, uses, uses,
                       per_day, 'available', fingerprint, sealed, label
                  from unnest(:ids, :premiums, :expiries, :lines, :uses, :perDays, :fingerprints, :sealed, :labels)
                       as row (card_id, premium, expires, line_no, uses, per_day, fingerprint, sealed, label)
                    on conflict (fingerprint, shop_id) do nothing
                returning card_id
                """)
            .params(Columns.of(cards)
                    .longs("ids", SealedCard::id)
                    .longs("premiums", card -> card.line().premiumMinor())
                    .texts("expiries", card -> card.line().expiresAt() == null ? null : card.line().expiresAt().toString())
                    .ints("lines", card -> card.line().lineNo())
                    .ints("uses", card -> card.line().uses())
                    .nullableLongs("perDays", card -> card.line().perDay() == null ? null : Long.valueOf(card.line().perDay()))
                    .bytes("fingerprints", card -> card.sealed().fingerprint())
                    .bytes("sealed", card -> card.sealed().bytes())
                    .texts("labels", card -> card.line().label())
                    .and("shop", of.shop().value())
                    .and("pool", of.pool().value())
                    .and("batch", of.id())
                    .params())
            .query((row, n) -> row.getLong("card_id"))
            .list());
    }

    /** What is known of these cards. The lateral look-up keeps to the index whatever the statistics say. */
    Known known(ShopId shop, List<SealedCard> cards) {
        var batches = new HashMap<ByteBuffer, Long>();
        var elsewhere = new HashSet<ByteBuffer>();
        jdbc.sql("""
                select known.fingerprint, known.shop_id, known.batch_id
                  from unnest(:fingerprints) as card (fingerprint)
                 cross join lateral (
                       select other.fingerprint, other.shop_id, other.batch_id
                         from vault.card other
                        where other.fingerprint = card.fingerprint
                       offset 0) as known
                """)
            .param("fingerprints", cards.stream().map(card -> card.sealed().fingerprint()).toArray(byte[][]::new))
            .query(row -> {
                var fingerprint = ByteBuffer.wrap(row.getBytes("fingerprint"));
                if (row.getLong("shop_id") == shop.value()) {
                    batches.put(fingerprint, row.getLong("batch_id"));
                } else {
                    elsewhere.add(fingerprint);
                }
            });
        return new Known(batches, elsewhere);
    }

    /**
     * Cards that are there already.
     *
     * @param batches   the batch in which the shop itself has a card
     * @param elsewhere those that some other shop has
     */
    record Known(Map<ByteBuffer, Long> batches, Set<ByteBuffer> elsewhere) {

        boolean own(SealedCard card) {
            return batches.containsKey(fingerprint(card));
        }

        boolean elsewhere(SealedCard card) {
            return elsewhere.contains(fingerprint(card));
        }

        boolean inBatch(SealedCard card, long batch) {
            return Long.valueOf(batch).equals(batches.get(fingerprint(card)));
        }

        private static ByteBuffer fingerprint(SealedCard card) {
            return ByteBuffer.wrap(card.sealed().fingerprint());
        }
    }
}
