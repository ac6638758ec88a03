package io.wanqu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.wanqu.structure.SourceFile;

import org.junit.jupiter.api.Test;

/** What the pages on security say of the code is there, so that they are not believed for longer than they hold. */
class SecurityPagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| (met|not applicable|not met) \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern COUNTS = Pattern.compile("(\\d+) are met, (\\d+) do not\\s+apply, (\\d+) are not met");
    /** A class of ours by its name, with or without its package; a test always. */
    private static final Pattern NAMED = Pattern.compile("`(?:[a-z]+\\.)+([A-Z]\\w+)(?:\\.\\w+)?`|`([A-Z]\\w+Test)`");
    private static final Pattern FILE = Pattern.compile("`((?:docs|server)/[\\w./-]+)`");

    @Test
    void every_point_has_one_line_and_the_head_counts_them() throws IOException {
        var page = page();
        var states = ROW.matcher(page).results().collect(Collectors.groupingBy(row -> row.group(2), Collectors.counting()));
        var head = COUNTS.matcher(page).results().findFirst().orElseThrow();

        assertThat(ROW.matcher(page).results().map(row -> row.group(1)).toList()).hasSize(253).doesNotHaveDuplicates();
        assertThat(states.get("met")).isEqualTo(Long.parseLong(head.group(1)));
        assertThat(states.get("not applicable")).isEqualTo(Long.parseLong(head.group(2)));
        assertThat(states.get("not met")).isEqualTo(Long.parseLong(head.group(3)));
    }

    @Test
    void every_class_test_and_file_that_is_named_is_there() throws IOException {
        Set<String> classes = SourceFile.below(ROOT.resolve("server")).stream().filter(SourceFile::isJava)
                .map(file -> file.name().replace(".java", "")).collect(Collectors.toSet());

        assertThat(NAMED.matcher(page()).results().map(SecurityPagesTest::name).distinct().filter(name -> !classes.contains(name))).isEmpty();
        assertThat(FILE.matcher(page()).results().map(file -> file.group(1)).distinct().filter(file -> Files.notExists(ROOT.resolve(file)))).isEmpty();
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security/asvs.md"));
    }
}
