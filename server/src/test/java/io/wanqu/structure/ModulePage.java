package io.wanqu.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The page docs/modules/README.md: who uses whom, and what each module lets others see. */
public final class ModulePage {

    private ModulePage() {
    }

    public static String of(ApplicationModules modules) {
        var sorted = modules.stream().sorted(Comparator.comparing(ModulePage::name)).toList();
        return "# Modules\n\nWritten by ArchitectureTest; `bin/test --write-docs` writes it anew.\n\n"
                + "The kernel is used by every module and left out of the picture.\n\n"
                + "```mermaid\nflowchart TD\n    kernel\n" + edges(modules, sorted) + "```\n\n"
                + sorted.stream().map(ModulePage::section).collect(Collectors.joining("\n"));
    }

    private static String edges(ApplicationModules modules, List<ApplicationModule> sorted) {
        return sorted.stream()
                .filter(module -> !name(module).equals("kernel"))
                .flatMap(module -> module.getDirectDependencies(modules, DependencyType.DEFAULT, DependencyType.USES_COMPONENT).stream()
                        .map(dependency -> name(dependency.getTargetModule()))
                        .filter(target -> !target.equals("kernel"))
                        .distinct()
                        .sorted()
                        .map(target -> "    " + name(module) + " --> " + target + "\n"))
                .collect(Collectors.joining());
    }

    private static String section(ApplicationModule module) {
        var open = module.getBasePackage().stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getPackageName().equals(module.getBasePackage().getName()))
                .map(JavaClass::getSimpleName)
                .sorted()
                .map(type -> "`" + type + "`")
                .collect(Collectors.joining(", "));
        return "## " + name(module) + "\n\n" + purpose(module) + "\n\n" + (open.isEmpty() ? "Shows nothing to others." : "Shows " + open + ".") + "\n";
    }

    /** The package's own comment; a module that comes as a jar has none here. */
    private static String purpose(ApplicationModule module) {
        var info = Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        try {
            var text = Files.exists(info) ? Files.readString(info) : "/** A jar of its own. */";
            return text.substring(text.indexOf("/**") + 3, text.indexOf("*/")).replaceAll("\\s*\\n \\*\\s*", " ").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
