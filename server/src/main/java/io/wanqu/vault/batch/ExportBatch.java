package io.wanqu.vault.batch;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.wanqu.kernel.Csv;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.vault.batch.Batches.Batch;
import io.wanqu.vault.batch.Batches.StoredCard;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.RevealLog;

import org.springframework.stereotype.Component;

/** Writes a batch as CSV with masked numbers, stretch by stretch; that the cards were opened for it is logged. */
@Component
class ExportBatch {

    private static final int CARDS = 2_000;

    private final Batches batches;
    private final CardSeal seal;
    private final RevealLog log;
    private final ShopScope scope;
    private final Clock clock;

    ExportBatch(Batches batches, CardSeal seal, RevealLog log, ShopScope scope, Clock clock) {
        this.batches = batches;
        this.seal = seal;
        this.log = log;
        this.scope = scope;
        this.clock = clock;
    }

    void write(ShopId shop, Batch batch, String by, Writer out) throws IOException {
        scope.in(shop, () -> {
            log.addExport(shop, batch.id(), by, clock.instant());
            return batch;
        });
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("id", "card", "label", "state", "uses_left", "expires_at", "batch");
        for (var after = 0L;;) {
            var from = after;
            var cards = scope.in(shop, () -> batches.cards(shop, batch, from, CARDS));
            for (var card : cards) {
                csv.writeRecord(Long.toString(card.card()), Csv.harmless(seal.open(shop, card.card(), card.sealed()).masked()),
                        label(card), card.state(), Integer.toString(card.usesLeft()), card.expiresAt(), Long.toString(batch.id()));
            }
            if (cards.size() < CARDS) {
                break;
            }
            after = cards.getLast().card();
        }
        csv.flush();
    }

    private static String label(StoredCard card) {
        return card.label() == null ? "" : Csv.harmless(card.label());
    }
}
