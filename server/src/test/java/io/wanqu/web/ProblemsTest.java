package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.wanqu.kernel.Problem;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Every refusal any module can make has a page and a title in both languages, so that the catalogue can't rot. */
class ProblemsTest {

    private static final Path PAGES = Path.of("../docs/problems");

    private final ProblemTitles titles = new ProblemTitles();

    @Test
    void every_problem_has_a_page_and_titles() {
        var codes = problems();

        assertThat(codes).hasSizeGreaterThan(30).containsKeys("kernel.invalid-id", "web.wrong-type", "catalog.unknown-sku");
        assertThat(codes.keySet().stream().flatMap(this::lacks)).isEmpty();
    }

    @Test
    void every_page_and_title_belongs_to_a_problem() throws Exception {
        var codes = problems().keySet();

        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))).isSubsetOf(codes);
        }
    }

    @Test
    void every_sentence_uses_facts_that_are_there() {
        assertThat(problems().values()).allSatisfy(problem -> {
            for (var language : ProblemTitles.LANGUAGES) {
                assertThat(titles.detail(problem, language)).as(problem.code()).isNotBlank().doesNotContain("{", "\"\"", "“”");
            }
        });
    }

    @Test
    void notices_a_problem_without_page_and_titles() {
        assertThat(lacks("web.never-described")).containsExactly("web.never-described lacks a title in en",
                "web.never-described lacks a title in zh-CN", "web.never-described lacks a page with both languages");
    }

    private Stream<String> lacks(String code) {
        var missing = Stream.<String>builder();
        for (var language : ProblemTitles.LANGUAGES) {
            if (!titles.has(code, language)) {
                missing.add(code + " lacks a title in " + language.toLanguageTag());
            }
        }
        if (!pageIsComplete(code)) {
            missing.add(code + " lacks a page with both languages");
        }
        return missing.build();
    }

    private boolean pageIsComplete(String code) {
        try {
            var page = Files.readString(PAGES.resolve(code + ".md"));
            return page.contains("# " + titles.title(code, Locale.ENGLISH)) && page.contains("## " + titles.title(code, Locale.SIMPLIFIED_CHINESE))
                    && page.contains("`" + code + "`") && new ClassPathResource("docs/problems/" + code + ".md").exists();
        } catch (IOException e) {
            return false;
        }
    }

    private static SequencedMap<String, Problem> problems() {
        var found = new TreeMap<String, Problem>();
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.wanqu").stream()
                .filter(type -> type.isAssignableTo(Problem.class))
                .map(JavaClass::reflect)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(ProblemsTest::sample)
                .forEach(problem -> found.put(problem.code(), problem));
        return found;
    }

    private static Problem sample(Class<?> type) {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Problem) make(constructor);
    }

    private static Object make(Constructor<?> constructor) {
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(ProblemsTest::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + constructor, e);
        }
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return make(constructor);
        }
        var samples = Map.of("long", (Object) 7L, "int", 7, "boolean", true, "String", "sample", "Long", 7L, "Integer", 7,
                "Instant", Instant.EPOCH, "Duration", Duration.ZERO,
                "Currency", Currency.getInstance("CNY"));
        return samples.getOrDefault(type.getSimpleName(), type.isAssignableFrom(List.class) ? List.of("sample") : Map.of());
    }
}
