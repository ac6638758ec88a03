package io.wanqu.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

import org.jspecify.annotations.Nullable;

/** Rules that need the shape of a Java file; the compiler's own parser reads it. */
public final class JavaRules {

    private static final int FILES_AT_ONCE = 200;
    private static final int METHOD_LINES_MAX = 40;
    private static final int TEST_METHOD_LINES_MAX = 60;
    private static final Set<String> TEST_ANNOTATIONS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "Property");
    private static final Pattern SENTENCE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)+");

    private JavaRules() {
    }

    /**
     * Many files at a time, because a compiler takes longer to begin than to read a file.
     *
     * @param modules the names of all modules, which are the names of their schemas
     */
    public static List<Breach> check(List<SourceFile> files, Set<String> modules) {
        var breaches = new ArrayList<Breach>();
        for (var from = 0; from < files.size(); from += FILES_AT_ONCE) {
            read(files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE)), modules, breaches);
        }
        return breaches;
    }

    private static void read(List<SourceFile> files, Set<String> modules, List<Breach> breaches) {
        var sources = files.stream().map(Source::new).toList();
        var byUri = sources.stream().collect(Collectors.toMap(Source::toUri, source -> source.file));
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, new DiagnosticCollector<>(), List.of("-proc:none"), null, sources);
        try {
            for (var unit : task.parse()) {
                new Reader(byUri.get(unit.getSourceFile().toUri()), modules, unit, DocTrees.instance(task), breaches).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the compiler wants it. */
    private static final class Source extends SimpleJavaFileObject {

        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final SourceFile file;
        private final Set<String> modules;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final List<Breach> breaches;

        Reader(SourceFile file, Set<String> modules, CompilationUnitTree unit, DocTrees trees, List<Breach> breaches) {
            this.file = file;
            this.modules = modules;
            this.unit = unit;
            this.trees = trees;
            this.breaches = breaches;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var body = method.getBody();
            if (body != null) {
                var lines = lineAt(trees.getSourcePositions().getEndPosition(unit, body)) - lineOf(body) - 1;
                var max = file.isTest() ? TEST_METHOD_LINES_MAX : METHOD_LINES_MAX;
                if (lines > max) {
                    add("long-method", method, method.getName() + " has " + lines + " lines, at most " + max + " are read in one go");
                }
            }
            if (isTestMethod(method) && !SENTENCE.matcher(method.getName()).matches()) {
                add("test-name", method, method.getName() + " is no sentence like refuses_an_expired_coupon");
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var topLevel = getCurrentPath().getParentPath().getLeaf() == unit;
            if (topLevel && !file.isTest() && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && trees.getDocComment(getCurrentPath()) == null) {
                add("no-purpose", type, "public type " + type.getSimpleName() + " needs one sentence that says what it is for");
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (!file.isTest() && literal.getValue() instanceof String text && SqlRules.isStatement(text)) {
                breaches.addAll(SqlRules.check(file.path() + ":" + lineOf(literal), file.module(), modules, text));
            }
            return super.visitLiteral(literal, nothing);
        }

        private static boolean isTestMethod(MethodTree method) {
            return StreamSupport.stream(method.getModifiers().getAnnotations().spliterator(), false)
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .anyMatch(TEST_ANNOTATIONS::contains);
        }

        private void add(String rule, Tree where, String text) {
            breaches.add(new Breach(rule, String.format(Locale.ROOT, "%s:%d", file.path(), lineOf(where)), text));
        }

        private long lineOf(Tree tree) {
            return lineAt(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        private long lineAt(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
