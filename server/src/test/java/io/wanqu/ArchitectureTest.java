package io.wanqu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import io.wanqu.structure.BadSamples;
import io.wanqu.structure.Breach;
import io.wanqu.structure.ClassRules;
import io.wanqu.structure.ModulePage;
import io.wanqu.structure.walls.WallsApplication;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ArchitectureTest {

    /** The kernel is there to be used by all: it is made of the words that every module speaks. */
    private static final List<String> OPEN_MODULES = List.of("kernel");

    /** The server's own classes; what else lies in packages of this name on the class path has rules of its own. */
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("io.wanqu.structure");

    /** The connector interface is a library of its own, found below the same name. */
    private static ApplicationModules server() {
        return ApplicationModules.of(Application.class, JavaClass.Predicates.resideInAnyPackage(
                "io.wanqu.connector..", "io.wanqu.connectors..", "io.wanqu.simulators.."));
    }

    @Test
    void modules_use_only_what_they_declare() {
        server().verify();
    }

    @Test
    void a_forbidden_edge_between_modules_is_found() {
        assertThatExceptionOfType(Violations.class)
                .isThrownBy(() -> ApplicationModules.of(WallsApplication.class, new ImportOption.OnlyIncludeTests()).verify())
                .withMessageContaining("Module 'lower' depends on module 'higher'");
    }

    @Test
    void names_say_what_a_type_is() {
        ClassRules.NAMES_SAY_WHAT_A_TYPE_IS.check(MAIN);

        assertThat(refusedBy(ClassRules.NAMES_SAY_WHAT_A_TYPE_IS)).containsExactlyInAnyOrder("CardUtils", "AbstractCard", "ICard");
    }

    @Test
    void controllers_are_hidden() {
        ClassRules.CONTROLLERS_ARE_HIDDEN.check(MAIN);

        assertThat(refusedBy(ClassRules.CONTROLLERS_ARE_HIDDEN)).containsExactly("OpenController");
    }

    @Test
    void constructors_take_few_things() {
        ClassRules.CONSTRUCTORS_TAKE_FEW_THINGS.check(MAIN);

        assertThat(refusedBy(ClassRules.CONSTRUCTORS_TAKE_FEW_THINGS)).containsExactly("Crowded");
    }

    @Test
    void public_methods_take_few_things() {
        ClassRules.PUBLIC_METHODS_TAKE_FEW_THINGS.check(MAIN);

        assertThat(refusedBy(ClassRules.PUBLIC_METHODS_TAKE_FEW_THINGS)).containsExactly("Wordy");
    }

    @Test
    void events_are_public_records_named_after_their_module() {
        ClassRules.EVENTS_ARE_PUBLIC_RECORDS_WITH_A_NAME.check(MAIN);

        assertThat(refusedBy(ClassRules.EVENTS_ARE_PUBLIC_RECORDS_WITH_A_NAME)).containsExactlyInAnyOrder("Misnamed", "Nameless");
    }

    @Test
    void modules_hide_two_types_in_five() {
        assertThat(ClassRules.tooOpenModules(MAIN, "io.wanqu", OPEN_MODULES)).isEmpty();

        assertThat(ClassRules.tooOpenModules(BAD, "io.wanqu", List.of())).extracting(Breach::place).containsExactly("structure");
    }

    @Test
    void the_page_of_the_modules_names_each_of_them() throws IOException {
        var modules = server();
        var page = ModulePage.of(modules);
        if (Boolean.getBoolean("wanqu.write-docs")) {
            Files.writeString(Files.createDirectories(Path.of("../docs/modules")).resolve("README.md"), page);
        }

        assertThat(modules).allSatisfy(module -> assertThat(page).contains("## " + module.getIdentifier() + "\n"));
    }

    private static List<String> refusedBy(ArchRule rule) {
        var samples = BadSamples.class.getName() + "$";
        return rule.evaluate(BAD).getFailureReport().getDetails().stream()
                .filter(detail -> detail.contains(samples))
                .map(detail -> detail.substring(detail.indexOf(samples) + samples.length()).split("[^A-Za-z]")[0])
                .distinct()
                .toList();
    }
}
