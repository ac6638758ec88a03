package io.wanqu.vault.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The heading of a CSV file: which column holds what, by English or Chinese name. */
record CsvHeader(char separator, Map<Column, Integer> columns) {

    private static final Map<String, Column> NAMES = Map.ofEntries(
            Map.entry("number", Column.NUMBER), Map.entry("card", Column.NUMBER), Map.entry("卡号", Column.NUMBER),
            Map.entry("账号", Column.NUMBER), Map.entry("secret", Column.SECRET), Map.entry("password", Column.SECRET),
            Map.entry("code", Column.SECRET), Map.entry("卡密", Column.SECRET), Map.entry("密码", Column.SECRET),
            Map.entry("label", Column.LABEL), Map.entry("备注", Column.LABEL), Map.entry("premium", Column.PREMIUM),
            Map.entry("加价", Column.PREMIUM), Map.entry("expires_at", Column.EXPIRES_AT), Map.entry("到期", Column.EXPIRES_AT),
            Map.entry("到期时间", Column.EXPIRES_AT), Map.entry("有效期", Column.EXPIRES_AT), Map.entry("uses", Column.USES),
            Map.entry("次数", Column.USES), Map.entry("per_day", Column.PER_DAY), Map.entry("每日次数", Column.PER_DAY));

    enum Column {
        NUMBER, SECRET, LABEL, PREMIUM, EXPIRES_AT, USES, PER_DAY
    }

    /** A heading names the secret, and nothing unknown. */
    static boolean looksLikeOne(String line) {
        return of(line) != null;
    }

    static @Nullable CsvHeader of(String line) {
        var separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        var names = cells(line, separator);
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; names != null && i < names.size(); i++) {
            var column = NAMES.get(names.get(i).toLowerCase(Locale.ROOT));
            if (column == null || columns.put(column, i) != null) {
                return null;
            }
        }
        return columns.containsKey(Column.SECRET) ? new CsvHeader(separator, columns) : null;
    }

    int width() {
        return columns.values().stream().mapToInt(column -> column + 1).max().orElse(0);
    }

    @Nullable String value(List<String> cells, Column column) {
        var at = columns.get(column);
        return at == null || at >= cells.size() || cells.get(at).isEmpty() ? null : cells.get(at);
    }

    @Nullable List<String> cells(String line) {
        return cells(line, separator);
    }

    /** The values of one line, quotes as RFC 4180 has them; nothing when a quote stays open, since a card is one line. */
    static @Nullable List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? null : cells;
    }
}
