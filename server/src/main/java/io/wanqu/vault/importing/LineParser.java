package io.wanqu.vault.importing;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import io.wanqu.vault.importing.CsvHeader.Column;
import io.wanqu.vault.importing.Import.Options;
import io.wanqu.vault.sealing.CardText;

import org.jspecify.annotations.Nullable;

/** Turns one line into a card or into the reason why it is none. Not for several threads: decoders keep state. */
final class LineParser {

    /** A label is shown in a list beside its premium. */
    static final int LABEL_CHARACTERS_MAX = 100;

    private static final int USES_MAX = 1_000_000_000;
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\u00A0\\u3000\\u200B\\uFEFF]+|[\\s\\u00A0\\u3000\\u200B\\uFEFF]+$");

    private final Options options;
    private final @Nullable CsvHeader header;
    private final CharsetDecoder decoder;
    private final Instant now;
    private final ZoneId zone;

    LineParser(Options options, @Nullable CsvHeader header, Instant now, ZoneId zone) {
        this.options = options;
        this.header = header;
        this.decoder = decoder(options.charset());
        this.now = now;
        this.zone = zone;
    }

    static CharsetDecoder decoder(String charset) {
        return (charset.equals("auto") ? StandardCharsets.UTF_8 : Charset.forName(charset)).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static @Nullable String decode(CharsetDecoder decoder, byte[] bytes) {
        try {
            return trim(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String trim(String text) {
        return text.isEmpty() || text.charAt(0) > ' ' && text.charAt(0) < 127 && text.charAt(text.length() - 1) > ' '
                && text.charAt(text.length() - 1) < 127 ? text : BLANK_ENDS.matcher(text).replaceAll("");
    }

    /** Nothing for a blank line. */
    @Nullable ParsedLine parse(LineReader.Line line) {
        var bytes = line.bytes();
        if (bytes == null) {
            return new ParsedLine.Bad(line.number(), LineError.LINE_TOO_LONG);
        }
        var text = decode(decoder, bytes);
        if (text == null) {
            return new ParsedLine.Bad(line.number(), LineError.ENCODING);
        }
        if (text.isEmpty()) {
            return null;
        }
        try {
            return card(line.number(), text);
        } catch (Refused refused) {
            return new ParsedLine.Bad(line.number(), refused.error);
        }
    }

    private ParsedLine.Card card(int number, String text) {
        require(text.chars().noneMatch(c -> c != '\t' && Character.isISOControl(c)), LineError.CONTROL_CHARACTER);
        if (header != null) {
            return cardOfCells(number, header, header.cells(text));
        }
        var separator = options.format().separator();
        if (separator == null) {
            return plain(number, new CardText(null, text));
        }
        var parts = options.format().divide(text);
        if (parts == null) {
            throw new Refused(LineError.SEPARATOR_MISSING);
        }
        require(!parts[1].isEmpty(), LineError.SECRET_MISSING);
        return plain(number, new CardText(parts[0].isEmpty() ? null : parts[0], parts[1]));
    }

    private ParsedLine.Card plain(int number, CardText text) {
        return new ParsedLine.Card(number, text, null, 0, options.expiresAt(), options.uses(), options.perDay());
    }

    private ParsedLine.Card cardOfCells(int number, CsvHeader columns, @Nullable List<String> cells) {
        if (cells == null) {
            throw new Refused(LineError.QUOTE_OPEN);
        }
        var secret = columns.value(cells, Column.SECRET);
        if (secret == null) {
            throw new Refused(cells.size() < columns.width() ? LineError.COLUMNS_MISSING : LineError.SECRET_MISSING);
        }
        var label = columns.value(cells, Column.LABEL);
        require(label == null || label.length() <= LABEL_CHARACTERS_MAX, LineError.LABEL_TOO_LONG);
        var uses = columns.value(cells, Column.USES);
        var perDay = columns.value(cells, Column.PER_DAY);
        return new ParsedLine.Card(number, new CardText(columns.value(cells, Column.NUMBER), secret), label,
                premium(columns.value(cells, Column.PREMIUM)), expiry(columns.value(cells, Column.EXPIRES_AT)),
                uses == null ? options.uses() : uses(uses), perDay == null ? options.perDay() : Integer.valueOf(uses(perDay)));
    }

    private long premium(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            var minor = new BigDecimal(text).movePointRight(2).longValueExact();
            require(minor >= 0 && minor <= USES_MAX, LineError.PREMIUM_INVALID);
            return minor;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refused(LineError.PREMIUM_INVALID);
        }
    }

    private @Nullable Instant expiry(@Nullable String text) {
        if (text == null) {
            return options.expiresAt();
        }
        var expiresAt = instant(text.replace('/', '-'));
        require(expiresAt.isAfter(now), LineError.EXPIRED);
        return expiresAt;
    }

    /** A date is good until its day has ended. */
    private Instant instant(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
            }
            return text.endsWith("Z") ? Instant.parse(text) : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(LineError.EXPIRY_INVALID);
        }
    }

    private static int uses(String text) {
        try {
            var uses = Integer.parseInt(text);
            require(uses >= 1 && uses <= USES_MAX, LineError.USES_INVALID);
            return uses;
        } catch (NumberFormatException e) {
            throw new Refused(LineError.USES_INVALID);
        }
    }

    private static void require(boolean good, LineError otherwise) {
        if (!good) {
            throw new Refused(otherwise);
        }
    }

    /** Ends the reading of this line. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final LineError error;

        Refused(LineError error) {
            super(error.code(), null, false, false);
            this.error = error;
        }
    }
}
