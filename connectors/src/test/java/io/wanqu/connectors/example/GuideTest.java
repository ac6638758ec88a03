package io.wanqu.connectors.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide quotes is what stands in the files, region by region. */
class GuideTest {

    private static final Path PAGE = Path.of("../docs/guide/connectors.md");
    private static final Path FILES = Path.of("src/test/java/io/wanqu/connectors/example");
    private static final Pattern QUOTE = Pattern.compile("(?s)<!-- (\\w+\\.java): ([\\w-]+) -->\\n```java\\n(.*?)```\\n");
    private static final String BEGIN = "// guide: ";
    private static final String END = "// guide: end";

    @Test
    void the_guide_quotes_the_files_as_they_are() throws IOException {
        var page = Files.readString(PAGE, UTF_8);
        var whole = QUOTE.matcher(page).replaceAll(match -> Matcher.quoteReplacement(written(match)));
        if (Boolean.getBoolean("wanqu.write-docs")) {
            Files.writeString(PAGE, whole, UTF_8);
            page = whole;
        }

        assertThat(page).as("write it anew with -Dwanqu.write-docs=true").isEqualTo(whole);
    }

    @Test
    void the_guide_leaves_out_no_region() throws IOException {
        var quoted = QUOTE.matcher(Files.readString(PAGE, UTF_8)).results().map(match -> match.group(1) + " " + match.group(2)).toList();

        var marked = new ArrayList<String>();
        try (var files = Files.list(FILES)) {
            for (var file : files.filter(each -> !each.endsWith("GuideTest.java")).toList()) {
                Files.readString(file, UTF_8).lines().map(String::strip)
                    .filter(line -> line.startsWith(BEGIN) && !line.equals(END))
                    .forEach(line -> marked.add(file.getFileName() + " " + line.substring(BEGIN.length())));
            }
        }

        assertThat(quoted).hasSize(12).containsExactlyInAnyOrderElementsOf(marked);
    }

    private static String written(MatchResult match) {
        return "<!-- %s: %s -->\n```java\n%s```\n".formatted(match.group(1), match.group(2), region(match.group(1), match.group(2)));
    }

    private static String region(String file, String name) {
        try {
            var lines = Files.readString(FILES.resolve(file), UTF_8).lines().toList();
            var from = lines.stream().map(String::strip).toList().indexOf(BEGIN + name) + 1;
            assertThat(from).as("%s in %s", name, file).isPositive();
            var inside = lines.stream().skip(from).takeWhile(line -> !line.strip().equals(END)).toList();
            return String.join("\n", inside).stripIndent() + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
