package io.wanqu.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import org.springframework.modulith.NamedInterface;
import org.springframework.web.bind.annotation.RestController;

/** Rules over compiled classes: names, visibility, and the number of things one has to keep in mind at once. */
public final class ClassRules {

    private static final int CONSTRUCTOR_PARAMETERS_MAX = 6;
    private static final int METHOD_PARAMETERS_MAX = 5;
    private static final int HIDDEN_PERCENT_MIN = 40;

    /** io.wanqu.module. */
    private static final int ROOT_DEPTH = 3;
    /** Below this a module is so small that a share says nothing. */
    private static final int TYPES_MIN = 10;

    public static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS = noClasses().that().areNotAnonymousClasses()
            .should().haveNameMatching(".*[.$](Base|Abstract)[A-Z]\\w*")
            .orShould().haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|VO|BO|PO|DO|Dto|Entity|Convert|Converter|Service)")
            .orShould(beInterfacesNamedWithAnI())
            .because("such a name hides the missing idea; say what the type is or does");

    public static final ArchRule CONTROLLERS_ARE_HIDDEN = classes().that().areAnnotatedWith(RestController.class)
            .should().notBePublic()
            .allowEmptyShould(true)
            .because("only HTTP may call a controller; other modules call the use case");

    public static final ArchRule CONSTRUCTORS_TAKE_FEW_THINGS = constructors()
            .that().areDeclaredInClassesThat(describe("are ordinary classes", ClassRules::isOrdinary))
            .should(takeAtMost(CONSTRUCTOR_PARAMETERS_MAX))
            .because("a class with more collaborators is two classes");

    public static final ArchRule PUBLIC_METHODS_TAKE_FEW_THINGS = methods().that().arePublic()
            .and().areDeclaredInClassesThat().arePublic()
            .should(takeAtMost(METHOD_PARAMETERS_MAX))
            .because("more parameters are a command: make a record of them");

    public static final ArchRule EVENTS_ARE_PUBLIC_RECORDS_WITH_A_NAME = classes()
            .that().implement(Event.class).and().areNotInterfaces()
            .should().bePublic()
            .andShould().beRecords()
            .andShould(beNamedAfterTheirModule())
            .allowEmptyShould(true)
            .because("the stored name outlives the class, and listeners in other modules must see it");

    private ClassRules() {
    }

    /** For each module below the root the share of top-level types that only the module itself can see, where too small. */
    public static List<Breach> tooOpenModules(JavaClasses classes, String root, List<String> openModules) {
        Map<String, List<JavaClass>> modules = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getPackageName().startsWith(root + "."))
                .collect(Collectors.groupingBy(type -> moduleOf(type, root), TreeMap::new, Collectors.toList()));
        return modules.entrySet().stream()
                .filter(module -> !openModules.contains(module.getKey()) && module.getValue().size() >= TYPES_MIN)
                .filter(module -> hiddenPercent(module.getValue()) < HIDDEN_PERCENT_MIN)
                .map(module -> new Breach("too-open", module.getKey(), hiddenPercent(module.getValue()) + " % of "
                        + module.getValue().size() + " types are hidden, at least " + HIDDEN_PERCENT_MIN + " % must be"))
                .toList();
    }

    private static String moduleOf(JavaClass type, String root) {
        return type.getPackageName().substring(root.length() + 1).split("\\.")[0];
    }

    private static long hiddenPercent(List<JavaClass> types) {
        return types.stream().filter(type -> !seenByOthers(type)).count() * 100 / types.size();
    }

    /** Public, and in the module's own package or in one it names for others; the wall around the rest is verified. */
    private static boolean seenByOthers(JavaClass type) {
        var depth = type.getPackageName().split("\\.").length;
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && (depth <= ROOT_DEPTH || type.getPackage().isAnnotatedWith(NamedInterface.class));
    }

    private static boolean isOrdinary(JavaClass type) {
        return !type.isRecord() && !type.isEnum() && !type.isAnonymousClass() && !type.isInnerClass() && !type.isLocalClass();
    }

    private static ArchCondition<JavaClass> beInterfacesNamedWithAnI() {
        return ArchCondition.from(DescribedPredicate.describe("be an interface named I…",
                type -> type.isInterface() && type.getSimpleName().matches("I[A-Z][a-z]\\w*")));
    }

    private static ArchCondition<JavaCodeUnit> takeAtMost(int max) {
        return new ArchCondition<>("take at most " + max + " parameters") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                var count = unit.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(unit, count <= max || unit.getModifiers().contains(JavaModifier.SYNTHETIC),
                        unit.getFullName() + " takes " + count + " parameters"));
            }
        };
    }

    private static ArchCondition<JavaClass> beNamedAfterTheirModule() {
        return new ArchCondition<>("carry @Named(\"module.what-happened\")") {
            @Override
            public void check(JavaClass event, ConditionEvents events) {
                var named = event.tryGetAnnotationOfType(Named.class).map(Named::value).orElse("nothing");
                var module = event.getPackageName().replaceFirst(".*\\.", "");
                events.add(new SimpleConditionEvent(event, named.matches(module + "\\.[a-z]+(-[a-z]+)*"),
                        event.getName() + " is stored as " + named));
            }
        };
    }
}
