package io.wanqu.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text file of the project under its path from the project's root. */
public record SourceFile(String path, String text) {

    private static final Pattern MODULE = Pattern.compile("server/src/(?:main|test)/(?:java/io/wanqu|resources/db/migration)/([a-z]+)/.*");
    private static final List<String> TEXT_ENDINGS = List.of(".java", ".sql", ".xml", ".yaml", ".yml", ".properties", ".md", ".sh",
            ".ts", ".vue", ".js", ".mjs", ".json", ".txt", ".css", ".html", ".svg", "/run", "/test", "/ci", "/seed", "/bench");
    private static final List<String> SKIPPED = List.of("target", "node_modules", ".git", "data", "dist");

    /** All text files below the root but those that are made by a build or kept by a running server. */
    public static List<SourceFile> below(Path root) {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(String.valueOf(folder.getFileName())) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var path = root.relativize(file).toString().replace('\\', '/');
                    if (attributes.isRegularFile() && TEXT_ENDINGS.stream().anyMatch(path::endsWith)) {
                        found.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().map(path -> new SourceFile(path, read(root.resolve(path)))).toList();
    }

    public boolean isJava() {
        return path.endsWith(".java");
    }

    public boolean isTest() {
        return path.contains("/src/test/");
    }

    public boolean isMainOfServer() {
        return path.startsWith("server/src/main/");
    }

    public boolean isCode() {
        return isJava() || path.endsWith(".sql") || path.endsWith(".ts") || path.endsWith(".vue") || path.endsWith(".sh");
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The module of the server that the file belongs to; empty outside of them. */
    public String module() {
        var matcher = MODULE.matcher(path);
        return matcher.matches() ? matcher.group(1) : "";
    }

    String placeOf(int offset) {
        return path + ":" + (1 + text.substring(0, offset).lines().count() - (offset > 0 && text.charAt(offset - 1) != '\n' ? 1 : 0));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
