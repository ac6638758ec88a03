package io.wanqu.risk.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known at the moment of a decision: numbers, where what is not known is nought, and names, where a fact may have many.
 */
public final class Facts {

    private final Map<String, Double> numbers;
    private final Map<String, List<String>> names;

    public Facts() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private Facts(Map<String, Double> numbers, Map<String, List<String>> names) {
        this.numbers = numbers;
        this.names = names;
    }

    /** As they were recorded. */
    public static Facts of(Recorded recorded) {
        return new Facts(recorded.numbers(), recorded.names());
    }

    public Facts number(String fact, double value) {
        if (value != 0) {
            numbers.put(fact, Math.round(value * 100) / 100.0);
        }
        return this;
    }

    public Facts names(String fact, List<String> values) {
        names.put(fact, values);
        return this;
    }

    double number(String fact) {
        return numbers.getOrDefault(fact, 0.0);
    }

    Set<String> names(String fact) {
        return Set.copyOf(names.getOrDefault(fact, List.of()));
    }

    public Recorded recorded() {
        return new Recorded(new TreeMap<>(numbers), new TreeMap<>(names));
    }

    /** As they are written down. */
    public record Recorded(Map<String, Double> numbers, Map<String, List<String>> names) {
    }
}
