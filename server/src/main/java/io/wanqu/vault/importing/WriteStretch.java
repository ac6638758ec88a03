package io.wanqu.vault.importing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.vault.CardsImported;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.ImportProgressed;
import io.wanqu.vault.importing.CardRows.Known;
import io.wanqu.vault.importing.Import.Counts;
import io.wanqu.vault.importing.ReadStretch.Prepared;
import io.wanqu.vault.importing.ReadStretch.SealedCard;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a stretch in one transaction: the cards, the errors, the count of the stock and how far the import has come.
 * A worker that died left nothing of its stretch; one that was only slow finds itself replaced and writes nothing.
 */
@Component
class WriteStretch {

    /** A file of a million bad lines needs no million rows to be understood; further errors are only counted. */
    static final int ERRORS_KEPT_MAX = 100_000;

    private static final long LEASE_SECONDS = 30;

    private final Imports imports;
    private final ImportChunks chunks;
    private final CardRows cards;
    private final CountsStock stock;
    private final EventLog events;

    WriteStretch(Imports imports, ImportChunks chunks, CardRows cards, CountsStock stock, EventLog events) {
        this.imports = imports;
        this.chunks = chunks;
        this.cards = cards;
        this.stock = stock;
        this.events = events;
    }

    /** Returns the counts of the whole import so far. */
    @Transactional
    Counts write(Import of, Counts before, long lease, Prepared prepared) {
        var errors = new ArrayList<>(prepared.bad());
        var fresh = fresh(prepared.cards(), errors);
        var known = cards.known(of.shop(), fresh);
        var added = fresh.isEmpty() ? List.<SealedCard>of() : add(of, fresh, known, errors);
        var uses = added.stream().mapToLong(card -> card.line().uses()).sum();
        var elsewhere = (int) added.stream().filter(known::elsewhere).count();
        var duplicates = (int) errors.stream().filter(bad -> bad.error().duplicate()).count();
        var counts = new Counts(prepared.lines(), added.size(), uses, duplicates, elsewhere, errors.size() - duplicates);
        if (!imports.advance(of, lease, stretch(prepared, counts, added), LEASE_SECONDS)) {
            throw new LeaseLost(of.id());
        }
        var total = before.plus(counts);
        keep(of, before, errors);
        chunks.dropBefore(of.shop(), of.id(), prepared.state().equals("running") ? prepared.to() : of.stored());
        if (uses > 0) {
            stock.loaded(of.shop(), of.pool(), uses);
        }
        events.append(events(of, total, !prepared.state().equals("running")));
        return total;
    }

    /** One card a fingerprint, sorted by it: imports that share cards then lock them in the same order. */
    private static List<SealedCard> fresh(List<SealedCard> all, List<ParsedLine.Bad> errors) {
        var first = LinkedHashMap.<ByteBuffer, SealedCard>newLinkedHashMap(all.size());
        for (var card : all) {
            if (first.putIfAbsent(ByteBuffer.wrap(card.sealed().fingerprint()), card) != null) {
                errors.add(new ParsedLine.Bad(card.line().lineNo(), LineError.DUPLICATE_IN_FILE));
            }
        }
        return first.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey())).map(entry -> entry.getValue()).toList();
    }

    private List<SealedCard> add(Import of, List<SealedCard> fresh, Known known, List<ParsedLine.Bad> errors) {
        var unknown = fresh.stream().filter(card -> !known.own(card)).toList();
        fresh.stream().filter(known::own).forEach(card -> errors.add(duplicate(card, known.inBatch(card, of.id()))));
        if (unknown.isEmpty() || cards.copy(of, unknown)) {
            return unknown;
        }
        var written = cards.add(of, unknown);
        unknown.stream().filter(card -> !written.contains(card.id())).forEach(card -> errors.add(duplicate(card, false)));
        return unknown.stream().filter(card -> written.contains(card.id())).toList();
    }

    private static ParsedLine.Bad duplicate(SealedCard card, boolean inFile) {
        return new ParsedLine.Bad(card.line().lineNo(), inFile ? LineError.DUPLICATE_IN_FILE : LineError.DUPLICATE_IN_SHOP);
    }

    private void keep(Import of, Counts before, List<ParsedLine.Bad> errors) {
        var room = ERRORS_KEPT_MAX - before.errors() - before.duplicates();
        if (room > 0 && !errors.isEmpty()) {
            imports.addErrors(of.shop(), of.id(), errors.subList(0, Math.min(room, errors.size())));
        }
    }

    private static Imports.Stretch stretch(Prepared prepared, Counts counts, List<SealedCard> added) {
        var ids = added.stream().mapToLong(SealedCard::id).summaryStatistics();
        return new Imports.Stretch(prepared.from(), prepared.to(), counts, added.isEmpty() ? null : ids.getMin(),
                added.isEmpty() ? null : ids.getMax(), prepared.options(), prepared.header(), prepared.state());
    }

    private static Collection<Event> events(Import of, Counts total, boolean done) {
        var events = new ArrayList<Event>();
        events.add(new ImportProgressed(of.shop(), of.pool(), of.id(), total.lines(), total.loaded(), total.duplicates(),
                total.errors(), done));
        if (done && total.loaded() > 0) {
            events.add(new CardsImported(of.shop(), of.pool(), of.id(), total.loaded()));
        }
        return events;
    }

    /** Another worker reads this import now. */
    static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeaseLost(long importId) {
            super("import " + importId + " has another worker", null, false, false);
        }
    }
}
