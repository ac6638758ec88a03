package io.wanqu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.structure.Breach;
import io.wanqu.structure.SourceFile;
import io.wanqu.structure.Tidy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {

    private static final Path RESOURCES = Path.of("src/test/resources/tidy");

    @Test
    void the_project_keeps_the_rules_of_the_house() throws IOException {
        var files = SourceFile.below(Path.of(".."));
        var exceptions = Files.readAllLines(RESOURCES.resolve("exceptions.txt"));

        assertThat(files).hasSizeGreaterThan(40);
        assertThat(Tidy.without(Tidy.check(files), exceptions)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            waits-by-the-clock    | server/src/test/java/io/wanqu/vault/SampleTest.java    | Thread.~sleep(5);
            work-left-for-later   | server/src/main/resources/db/migration/vault/V1__a.sql | -- TO~DO an index
            test-switched-off     | server/src/test/java/io/wanqu/vault/SampleTest.java    | @~Disabled
            prints                | server/src/main/java/io/wanqu/vault/Sample.java        | System.~out.println();
            old-date              | server/src/main/java/io/wanqu/vault/Sample.java        | new ~Date()
            asks-the-clock        | server/src/main/java/io/wanqu/vault/Sample.java        | Instant.~now()
            asks-the-clock        | server/src/main/java/io/wanqu/vault/Sample.java        | Clock.~systemUTC()
            names-a-marketplace   | server/src/main/java/io/wanqu/vault/Sample.java        | if (channel.is("Dou~yin"))
            registry-address      | web/shop/package.json                                  | https://registry~.example/left-pad
            """)
    void a_banned_word_is_found(String rule, String path, String line) {
        assertThat(rulesBrokenBy(path, "class Sample { /* " + line.replace("~", "") + " */ }")).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server/src/main/java/io/wanqu/kernel/Sample.java  | Instant.now()
            server/src/main/java/io/wanqu/channel/Sample.java | Taobao
            server/src/main/java/io/wanqu/vault/Sample.java   | Instant.now(clock)
            """)
    void the_same_word_is_right_in_its_place(String path, String line) {
        assertThat(rulesBrokenBy(path, "class Sample { /* " + line + " */ }")).containsExactly("package-without-purpose");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select-star           | select * from vault.card
            select-star           | delete from vault.card where id = 1 returning card.*
            claims-in-a-subselect | update vault.card set state = 'sold' where id in (select id from vault.card limit 2 for update skip locked)
            foreign-table         | select id from ordering.placed
            foreign-table         | select card.id from vault.card card join ordering.placed o on o.id = card.id
            """)
    void a_bad_statement_is_found_in_java_and_in_a_migration(String rule, String sql) {
        assertThat(rulesBrokenBy("server/src/main/java/io/wanqu/vault/Sample.java", "class Sample { String sql = \"" + sql + "\"; }"))
                .contains(rule);
        assertThat(rulesBrokenBy("server/src/main/resources/db/migration/vault/V1__a.sql", sql)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select count(*) from vault.card
            update vault.card set state = 'sold' where id = any(array(select id from vault.card limit 2 for update skip locked))
            select ordering.amount from vault.card as ordering
            select kernel.current_shop() from vault.card
            """)
    void a_good_statement_passes(String sql) {
        assertThat(rulesBrokenBy("server/src/main/resources/db/migration/vault/V1__a.sql", sql)).isEmpty();
    }

    @Test
    void long_files_and_methods_are_found() {
        var longMethod = "/** A. */\npublic class Sample {\n void run() {\n" + "  run();\n".repeat(41) + " }\n}\n";
        var longFile = "class Sample {\n" + "\n".repeat(300) + "}\n";

        assertThat(rulesBrokenBy("server/src/main/java/io/wanqu/vault/Sample.java", longMethod)).contains("long-method");
        assertThat(rulesBrokenBy("server/src/test/java/io/wanqu/vault/Sample.java", longMethod)).isEmpty();
        assertThat(rulesBrokenBy("server/src/test/java/io/wanqu/vault/Sample.java", longFile)).containsExactly("long-file");
    }

    @Test
    void nameless_purposes_and_test_names_that_are_no_sentence_are_found() {
        assertThat(rulesBrokenBy("server/src/main/java/io/wanqu/vault/Sample.java", "public class Sample { }"))
                .containsExactly("package-without-purpose", "no-purpose");
        assertThat(rulesBrokenBy("server/src/test/java/io/wanqu/vault/SampleTest.java", "class SampleTest { @Test void testSell() { } }"))
                .containsExactly("test-name");
    }

    @Test
    void a_full_package_is_found() {
        var files = IntStream.rangeClosed(0, 20)
                .mapToObj(n -> new SourceFile("server/src/main/java/io/wanqu/vault/Sample" + n + ".java", "class Sample" + n + " { }"))
                .toList();

        assertThat(Tidy.check(files)).extracting(Breach::rule).contains("full-package");
    }

    @Test
    void an_exception_needs_a_reason_and_a_use() {
        var breach = new Breach("long-file", "server/src/main/java/io/wanqu/vault/Sample.java", "301 lines");

        assertThat(Tidy.without(List.of(breach), List.of("long-file | " + breach.place() + " | a table of the standard"))).isEmpty();
        assertThat(Tidy.without(List.of(breach), List.of("long-file | " + breach.place() + " | ")))
                .extracting(Breach::rule).containsExactly("long-file", "exception-without-reason");
        assertThat(Tidy.without(List.of(), List.of("long-file | a/B.java | was long once")))
                .extracting(Breach::rule).containsExactly("exception-not-needed");
    }

    private static List<String> rulesBrokenBy(String path, String text) {
        var neighbour = new SourceFile("server/src/main/resources/db/migration/ordering/V1__a.sql", "");
        return Tidy.check(List.of(neighbour, new SourceFile(path, text)))
                .stream().map(Breach::rule).toList();
    }
}
