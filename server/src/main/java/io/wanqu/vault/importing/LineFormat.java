package io.wanqu.vault.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How a line is divided into number and secret. */
enum LineFormat {

    AUTO(null), CODE(null), DASHES("----"), TAB("\t"), PIPE("|"), COMMA(","), SPACE(" "), CSV(null);

    private final @Nullable String separator;

    LineFormat(@Nullable String separator) {
        this.separator = separator;
    }

    static LineFormat of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static boolean known(String text) {
        return Arrays.stream(values()).anyMatch(format -> format.text().equals(text));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable String separator() {
        return separator;
    }

    /**
     * Looks at the first lines: a heading makes it CSV; a separator counts only when every line has it exactly once, since
     * a code may well contain a comma or a dash; else each line is one code.
     */
    static LineFormat detect(List<String> lines) {
        if (lines.isEmpty()) {
            return CODE;
        }
        if (CsvHeader.looksLikeOne(lines.getFirst())) {
            return CSV;
        }
        return Arrays.stream(values())
                .filter(format -> format.separator != null && lines.stream().allMatch(format::dividesInTwo))
                .findFirst()
                .orElse(CODE);
    }

    /** Number and secret; nothing when the separator is missing. */
    String @Nullable [] divide(String line) {
        if (separator == null) {
            return null;
        }
        var at = line.indexOf(separator);
        if (at < 0) {
            return null;
        }
        return new String[] {line.substring(0, at).strip(), line.substring(at + separator.length()).strip()};
    }

    private boolean dividesInTwo(String line) {
        var parts = divide(line);
        return parts != null && !parts[0].isEmpty() && !parts[1].isEmpty() && !parts[1].contains(String.valueOf(separator));
    }
}
