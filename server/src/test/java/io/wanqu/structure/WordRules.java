package io.wanqu.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Words that have no business in the project, and why. The patterns are put together so as not to find themselves. */
public final class WordRules {

    private static final Predicate<SourceFile> JAVA = SourceFile::isJava;
    private static final Predicate<SourceFile> OUTSIDE_KERNEL = JAVA.and(SourceFile::isMainOfServer)
            .and(file -> !file.module().equals("kernel"));

    private static final List<Word> WORDS = List.of(
            new Word("waits-by-the-clock", JAVA, "Thread\\." + "sleep", "await a condition instead"),
            new Word("work-left-for-later", SourceFile::isCode, "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b", "do it, or leave it out"),
            new Word("test-switched-off", JAVA, "@" + "Disabled\\b", "mend the test or delete it"),
            new Word("prints", JAVA.and(SourceFile::isMainOfServer), "System\\.(" + "out|err)\\b", "use the logger"),
            new Word("old-date", JAVA, "new " + "Date\\(", "use java.time"),
            new Word("asks-the-clock", OUTSIDE_KERNEL, "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)"
                    + "|System\\.currentTime" + "Millis|Clock\\.system", "inject java.time.Clock"),
            new Word("names-a-marketplace", file -> file.isMainOfServer() && !file.module().equals("channel")
                    && (file.isJava() || file.path().endsWith(".sql")),
                    "(?i)(taobao|tmall|pinduoduo|doudian|douyin|kuaishou|xiaohongshu|wechatshop|xianyu|agiso|\\bjd\\b)",
                    "only the module channel and the connectors know marketplaces; ask the channel's capability"),
            new Word("registry-address", file -> true, "https?://(regis" + "try\\.|repo[0-9]*\\.mav" + "en)|/mav" + "en2/|\"resol"
                    + "ved\": *\"http", "the builder's own settings name the registry"));

    private WordRules() {
    }

    public static List<Breach> check(SourceFile file) {
        var breaches = new ArrayList<Breach>();
        for (var word : WORDS) {
            if (word.where.test(file)) {
                var matcher = word.pattern.matcher(file.text());
                while (matcher.find()) {
                    breaches.add(new Breach(word.rule, file.placeOf(matcher.start()), "'" + matcher.group() + "': " + word.instead));
                }
            }
        }
        return breaches;
    }

    private record Word(String rule, Predicate<SourceFile> where, Pattern pattern, String instead) {

        Word(String rule, Predicate<SourceFile> where, String pattern, String instead) {
            this(rule, where, Pattern.compile(pattern), instead);
        }
    }
}
