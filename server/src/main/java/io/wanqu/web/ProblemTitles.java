package io.wanqu.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wanqu.kernel.Problem;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What problems are called: the key is the code, and {@code code.detail} may hold a sentence with {facts} in it. */
@Component
class ProblemTitles {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final Map<Locale, Properties> titles;

    ProblemTitles() {
        var english = new Properties();
        var chinese = new Properties();
        try {
            for (var bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*.properties")) {
                try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    (String.valueOf(bundle.getFilename()).endsWith("_zh_CN.properties") ? chinese : english).load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.titles = Map.of(Locale.ENGLISH, english, Locale.SIMPLIFIED_CHINESE, chinese);
    }

    /** The language of an answer: Chinese for whoever puts it before English, English for all others. */
    static Locale language(String acceptLanguage) {
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                    return Locale.SIMPLIFIED_CHINESE;
                }
                if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                    return Locale.ENGLISH;
                }
            }
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
        return Locale.ENGLISH;
    }

    String title(String code, Locale language) {
        return titles.getOrDefault(language, new Properties()).getProperty(code, code);
    }

    boolean has(String code, Locale language) {
        return titles.getOrDefault(language, new Properties()).containsKey(code);
    }

    String detail(Problem problem, Locale language) {
        var facts = problem.facts();
        var template = titles.getOrDefault(language, new Properties()).getProperty(problem.code() + ".detail");
        if (template != null) {
            return FACT.matcher(template).replaceAll(fact -> Matcher.quoteReplacement(
                    String.valueOf(facts.getOrDefault(fact.group(1), ""))));
        }
        if (facts.containsKey("field") && facts.containsKey("expected")) {
            return language.equals(Locale.ENGLISH)
                    ? "%s must be %s.".formatted(facts.get("field"), facts.get("expected"))
                    : "%s 应为：%s。".formatted(facts.get("field"), facts.get("expected"));
        }
        return title(problem.code(), language);
    }
}
