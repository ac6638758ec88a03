package io.wanqu.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules over a set of files, less the exceptions that were agreed on. */
public final class Tidy {

    private Tidy() {
    }

    public static List<Breach> check(List<SourceFile> files) {
        var modules = files.stream().map(SourceFile::module).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        var breaches = new ArrayList<>(FileRules.check(files));
        for (var file : files) {
            breaches.addAll(WordRules.check(file));
            if (file.path().contains("/db/migration/")) {
                breaches.addAll(migration(file, modules));
            }
        }
        breaches.addAll(JavaRules.check(files.stream().filter(SourceFile::isJava).toList(), modules));
        return breaches;
    }

    /**
     * What remains when the exceptions are taken away, and each exception that nothing needs any more.
     *
     * @param exceptions lines of {@code rule | path | reason}; empty lines and those beginning with # say nothing
     */
    public static List<Breach> without(List<Breach> breaches, List<String> exceptions) {
        var left = new ArrayList<>(breaches);
        exceptions.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var parts = line.split("\\|", 3);
            if (parts.length < 3 || parts[2].isBlank()) {
                left.add(new Breach("exception-without-reason", line, "write 'rule | path | reason'"));
            } else if (!left.removeIf(breach -> breach.rule().equals(parts[0].strip()) && at(breach, parts[1].strip()))) {
                left.add(new Breach("exception-not-needed", line, "delete the line"));
            }
        });
        return left;
    }

    private static boolean at(Breach breach, String path) {
        return breach.place().equals(path) || breach.place().startsWith(path + ":");
    }

    private static List<Breach> migration(SourceFile file, Set<String> modules) {
        return SqlRules.check(file.path(), file.module(), modules, file.text());
    }
}
