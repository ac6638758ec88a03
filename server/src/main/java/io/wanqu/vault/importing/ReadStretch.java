package io.wanqu.vault.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.vault.VaultSettings;
import io.wanqu.vault.importing.Import.Options;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.CardSeal.Sealed;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an import from where it stands: finds out its encoding and format, cuts lines, parses and seals them. */
@Component
class ReadStretch {

    /** One transaction's worth: large enough that statements cost little, small enough to fit in memory many times. */
    private static final int LINES_MAX = 8_000;
    private static final int BYTES_MAX = 2 * 1024 * 1024;
    private static final int SAMPLE_LINES = 100;

    private final ImportChunks chunks;
    private final CardSeal seal;
    private final Ids ids;
    private final Clock clock;
    private final VaultSettings settings;

    ReadStretch(ImportChunks chunks, CardSeal seal, Ids ids, Clock clock, VaultSettings settings) {
        this.chunks = chunks;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    Reading open(Import of) {
        LineReader.Blocks blocks = position -> position >= of.stored() ? null : chunks.from(of.shop(), of.id(), position);
        if (of.position() > 0) {
            return new Reading(of, of.options(), of.header(), new LineReader(blocks, of.options().charset(), of.position(), of.counts().lines()));
        }
        var mark = ByteOrderMark.of(blocks.from(0));
        var charset = mark.charset(of.options().charset());
        var sample = sample(new LineReader(blocks, charset, mark.length(), 0), charset);
        var format = of.options().format() == LineFormat.AUTO ? LineFormat.detect(sample) : of.options().format();
        var options = new Options(format, charset, of.options().uses(), of.options().perDay(), of.options().expiresAt());
        var header = format == LineFormat.CSV && !sample.isEmpty() ? sample.getFirst() : null;
        return new Reading(of, options, header, new LineReader(blocks, charset, mark.length(), 0));
    }

    private static List<String> sample(LineReader reader, String charset) {
        var decoder = LineParser.decoder(charset);
        var sample = new ArrayList<String>();
        for (var line = reader.next(); line != null && line.number() <= SAMPLE_LINES; line = reader.next()) {
            var text = line.bytes() == null ? null : LineParser.decode(decoder, line.bytes());
            if (text != null && !text.isEmpty()) {
                sample.add(text);
            }
        }
        return sample;
    }

    /** One reading of an import; each call goes on where the last one ended. */
    final class Reading {

        private final Import of;
        private final Options options;
        private final @Nullable String header;
        private final boolean badHeader;
        private final LineReader reader;
        private final LineParser parser;
        private boolean headerAhead;
        private long position;
        private boolean ended;

        Reading(Import of, Options options, @Nullable String header, LineReader reader) {
            this.of = of;
            this.options = options;
            this.header = header;
            this.reader = reader;
            this.position = of.position();
            this.headerAhead = of.position() == 0 && header != null;
            var columns = header == null ? null : CsvHeader.of(header);
            this.badHeader = header != null && columns == null;
            this.parser = new LineParser(options, columns, clock.instant(), settings.zone());
        }

        /** The next stretch, or nothing when the last one was returned. */
        @Nullable Prepared next() {
            if (ended) {
                return null;
            }
            var from = position;
            var cards = new ArrayList<SealedCard>();
            var bad = new ArrayList<ParsedLine.Bad>();
            var lines = 0;
            while (lines < LINES_MAX && position - from < BYTES_MAX && !ended) {
                var line = reader.next();
                if (line == null) {
                    ended = true;
                    break;
                }
                lines++;
                position = line.end();
                read(line, cards, bad);
            }
            return new Prepared(from, position, lines, cards, bad, options, header, ended ? badHeader ? "failed" : "done" : "running");
        }

        private void read(LineReader.Line line, List<SealedCard> cards, List<ParsedLine.Bad> bad) {
            var parsed = headerAhead ? null : parser.parse(line);
            if (headerAhead && line.bytes() != null && line.bytes().length > 0) {
                headerAhead = false;
                ended = badHeader;
                parsed = badHeader ? new ParsedLine.Bad(line.number(), LineError.HEADER_UNKNOWN) : null;
            }
            switch (parsed) {
                case ParsedLine.Card card -> cards.add(sealed(card));
                case ParsedLine.Bad error -> bad.add(error);
                case null -> { }
            }
        }

        private SealedCard sealed(ParsedLine.Card card) {
            var id = ids.next();
            return new SealedCard(id, card.withoutText(), seal.seal(of.shop(), id, card.text()));
        }
    }

    /** A parsed line that is sealed already and waits to be written; the text is no longer in it. */
    record SealedCard(long id, ParsedLine.Card line, Sealed sealed) {

        @Override
        public String toString() {
            return "SealedCard[" + id + "]";
        }
    }

    /** A stretch of lines ready to be written. */
    record Prepared(long from, long to, int lines, List<SealedCard> cards, List<ParsedLine.Bad> bad, Options options,
            @Nullable String header, String state) {
    }
}
