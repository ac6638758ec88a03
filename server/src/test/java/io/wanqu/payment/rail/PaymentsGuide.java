package io.wanqu.payment.rail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of the guide on payments: what each rail does, as a merchant reads it. */
final class PaymentsGuide {

    private static final Path PAGE = Path.of("../docs/guide/payments.md");
    private static final String HEAD = "| rail |";

    private final List<String> columns;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    private PaymentsGuide(List<String> lines) {
        var table = lines.stream().dropWhile(line -> !line.startsWith(HEAD)).takeWhile(line -> line.startsWith("|")).toList();
        columns = cells(table.getFirst());
        table.stream().skip(2).map(PaymentsGuide::cells).forEach(cells -> rows.put(cells.getFirst().replace("`", ""), cells));
    }

    static PaymentsGuide read() {
        try {
            return new PaymentsGuide(Files.readAllLines(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PaymentsGuide of(String text) {
        return new PaymentsGuide(text.lines().toList());
    }

    List<String> columns() {
        return columns.subList(1, columns.size());
    }

    List<String> rails() {
        return List.copyOf(rows.keySet());
    }

    String cell(String rail, String column) {
        return rows.getOrDefault(rail, columns).get(columns.indexOf(column));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|")).map(String::strip).toList();
    }
}
