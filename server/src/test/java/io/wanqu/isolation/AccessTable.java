package io.wanqu.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wanqu.kernel.Caller.Scope;

import org.jspecify.annotations.Nullable;

/** The declared rule of every endpoint, as it is written in the table. */
final class AccessTable {

    private static final Path FILE = Path.of("src/test/resources/access/table.txt");
    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private AccessTable() {
    }

    static List<Entry> read() {
        try {
            return Files.readAllLines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Entry::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is asked of the one who calls. */
    enum Kind {
        PUBLIC, SIGNED, BUYER, ACCOUNT, SHOP, OPERATOR
    }

    /** @param scope of staff and of operators */
    record Entry(String method, String path, Kind kind, @Nullable Scope scope, @Nullable String body) {

        static Entry of(String line) {
            var words = line.split("\\s+", 4);
            var rest = words.length > 3 && !words[3].isBlank() ? words[3].strip() : null;
            return switch (words[2]) {
                case "public" -> new Entry(words[0], words[1], Kind.PUBLIC, null, rest);
                case "signed" -> new Entry(words[0], words[1], Kind.SIGNED, null, rest);
                case "buyer" -> new Entry(words[0], words[1], Kind.BUYER, null, rest);
                case "account" -> new Entry(words[0], words[1], Kind.ACCOUNT, null, rest);
                case "operator" -> new Entry(words[0], words[1], Kind.OPERATOR, scope(String.valueOf(rest)), null);
                default -> new Entry(words[0], words[1], Kind.SHOP, scope(words[2]), rest);
            };
        }

        private static Scope scope(String text) {
            return Arrays.stream(Scope.values()).filter(scope -> scope.text().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no scope " + text));
        }

        boolean endless() {
            return "(endless)".equals(body);
        }

        /** Whether the call names rows of a shop, in its address or in its body. */
        boolean namesRows() {
            return NAME.matcher(path.replace("{slug}", "").replace("{shop}", "")).find() || body != null && NAME.matcher(body).find();
        }

        /** A change without a body of its own is sent an empty one. */
        @Nullable String bodyWith(Map<String, String> rows) {
            return method.equals("GET") || method.equals("DELETE") ? null : body == null ? "{}" : fill(body, rows);
        }

        String pathWith(Map<String, String> rows) {
            return fill(path.replace("{*path}", "a/b"), rows);
        }

        /** Any address of this form, without a question. */
        String samplePath() {
            return NAME.matcher(path.replace("{*path}", "a/b").replaceFirst("\\?.*", ""))
                    .replaceAll(found -> List.of("listing", "warranty").contains(found.group(1)) ? "1/2" : "1");
        }

        private static String fill(String text, Map<String, String> rows) {
            return NAME.matcher(text).replaceAll(found -> {
                var row = rows.get(found.group(1));
                if (row == null) {
                    throw new IllegalStateException("no row for {" + found.group(1) + "}");
                }
                return Matcher.quoteReplacement(row);
            });
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
