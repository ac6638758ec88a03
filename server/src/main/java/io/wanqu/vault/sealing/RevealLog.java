package io.wanqu.vault.sealing;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The vault.reveal_log table: every opening of a sealed card, written in the transaction that opens it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class RevealLog {

    private final JdbcClient jdbc;
    private final Ids ids;

    RevealLog(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public void add(ShopId shop, String kind, String by, List<Opening> openings, Instant at) {
        jdbc.sql("""
                insert into vault.reveal_log (shop_id, log_id, kind, opened_by, card_id, holder, line, unit, at)
                select :shop, log_id, :kind, :by, card_id, holder, line, unit, :at
                  from unnest(:ids, :cards, :holders, :lines, :units) as row (log_id, card_id, holder, line, unit)
                """)
            .params(Columns.of(openings)
                    .longs("ids", opening -> ids.next())
                    .nullableLongs("cards", Opening::card)
                    .nullableLongs("holders", Opening::holder)
                    .nullableLongs("lines", opening -> wide(opening.line()))
                    .nullableLongs("units", opening -> wide(opening.unit()))
                    .and("shop", shop.value())
                    .and("kind", kind)
                    .and("by", by)
                    .and("at", at.atOffset(UTC))
                    .params())
            .update();
    }

    public void addExport(ShopId shop, long batch, String by, Instant at) {
        jdbc.sql("""
                insert into vault.reveal_log (shop_id, log_id, kind, opened_by, batch_id, at)
                values (:shop, :id, 'export', :by, :batch, :at)
                """)
            .param("shop", shop.value())
            .param("id", ids.next())
            .param("by", by)
            .param("batch", batch)
            .param("at", at.atOffset(UTC))
            .update();
    }

    private static @Nullable Long wide(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    /** What was opened: a card, for a unit of a holder's line where it belongs to one. */
    public record Opening(@Nullable Long card, @Nullable Long holder, @Nullable Integer line, @Nullable Integer unit) {
    }
}
