package io.wanqu.channel.reconciliation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Explains differences and actions, in Chinese and English. */
@Component
class Words {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final Properties english = read("differences.properties");
    private final Properties chinese = read("differences_zh_CN.properties");

    String explain(String code, Map<String, Object> facts, Locale language) {
        return FACT.matcher(text(code, language)).replaceAll(fact ->
                Matcher.quoteReplacement(String.valueOf(facts.getOrDefault(fact.group(1), ""))));
    }

    String text(String code, Locale language) {
        return (language.getLanguage().equals("zh") ? chinese : english).getProperty(code, code);
    }

    private static Properties read(String name) {
        var read = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
