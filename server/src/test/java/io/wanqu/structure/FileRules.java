package io.wanqu.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules for the size of files and the content of packages. */
public final class FileRules {

    private static final int LINES_MAX = 300;
    private static final int PACKAGE_FILES_MAX = 20;
    private static final String PACKAGE_INFO = "package-info.java";

    private FileRules() {
    }

    public static List<Breach> check(List<SourceFile> files) {
        var breaches = new ArrayList<Breach>();
        files.stream().filter(SourceFile::isCode).filter(file -> !file.name().equals("schema.sql")).forEach(file -> {
            var lines = file.text().lines().count();
            if (lines > LINES_MAX) {
                breaches.add(new Breach("long-file", file.path(), lines + " lines, at most " + LINES_MAX + "; split by ability"));
            }
        });
        var packages = files.stream()
                .filter(file -> file.isJava() && !file.isTest())
                .collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.toList()));
        packages.forEach((folder, members) -> breaches.addAll(checkPackage(folder, members)));
        return breaches;
    }

    private static List<Breach> checkPackage(String folder, List<SourceFile> members) {
        var breaches = new ArrayList<Breach>();
        var types = members.stream().filter(file -> !file.name().equals(PACKAGE_INFO)).count();
        if (types > PACKAGE_FILES_MAX) {
            breaches.add(new Breach("full-package", folder, types + " files, at most " + PACKAGE_FILES_MAX + "; split by ability"));
        }
        var info = members.stream().filter(file -> file.name().equals(PACKAGE_INFO)).findFirst();
        if (info.isEmpty() || !info.get().text().contains("@NullMarked") || !info.get().text().startsWith("/**")) {
            breaches.add(new Breach("package-without-purpose", folder,
                    "needs a package-info.java with one sentence of purpose and @NullMarked"));
        }
        return breaches;
    }
}
