package io.wanqu.attacks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Prints, when the last test of the run is done, what was tried and what came of it. */
final class AttackReport implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    /** Called by each attack that was fended off. */
    static void tell(String attack, long requests, String outcome) {
        LINES.add(String.format("  %-46s %7d requests   %s", attack, requests, outcome));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(AttackReport.class)).computeIfAbsent("end", key -> (AutoCloseable) AttackReport::print);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LINES.sort(String::compareTo);
    }

    private static void print() {
        System.out.println("Attacks that were fended off:");
        LINES.forEach(System.out::println);
    }
}
