package io.wanqu.inventory;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How many units a channel is told it may sell, and why: the formula of the commercial stock tools,
 * {@code clamp(floor(percent × max(0, sellable − buffer)) + plus, minimum, maximum)}, then never more than can be sold.
 *
 * @param quantity what the channel is told
 * @param steps    how it came about, in order; who shows them finds the words
 */
public record Push(long quantity, List<Step> steps) {

    public static Push of(AllocationRule rule, long sellable) {
        var steps = new ArrayList<Step>();
        steps.add(switch (rule.mode()) {
            case SHARED -> new Step(Why.SHARED, sellable, null);
            case HARD -> new Step(Why.HARD_QUOTA, sellable, rule.quota());
            case SOFT -> new Step(Why.SOFT_QUOTA, sellable, rule.quota());
        });
        var told = Math.max(0, sellable - rule.buffer());
        note(steps, rule.buffer() > 0, Why.BUFFER, told, rule.buffer());
        told = Math.floorDiv(Math.multiplyExact(told, (long) rule.percent()), 100L);
        note(steps, rule.percent() < 100, Why.PERCENT, told, (long) rule.percent());
        told += rule.plus();
        note(steps, rule.plus() > 0, Why.PLUS, told, rule.plus());
        note(steps, told < rule.minimum(), Why.MINIMUM, rule.minimum(), null);
        told = Math.max(told, rule.minimum());
        if (rule.maximum() != null && told > rule.maximum()) {
            told = rule.maximum();
            note(steps, true, Why.MAXIMUM, told, null);
        }
        note(steps, told > sellable, Why.SELLABLE, sellable, null);
        told = Math.min(told, sellable);
        if (rule.delistAt() > 0 && told <= rule.delistAt()) {
            told = 0;
            note(steps, true, Why.DELISTED, told, rule.delistAt());
        }
        return new Push(told, List.copyOf(steps));
    }

    private static void note(List<Step> steps, boolean applies, Why why, long units, @Nullable Long of) {
        if (applies) {
            steps.add(new Step(why, units, of));
        }
    }

    /** What a step of the formula did. */
    public enum Why {
        /** All that no other channel has reserved can be sold. */
        SHARED,
        /** What is left of a quota can be sold. */
        HARD_QUOTA,
        /** What is left of a quota, and what is free, can be sold. */
        SOFT_QUOTA,
        BUFFER, PERCENT, PLUS, MINIMUM, MAXIMUM,
        /** More was to be told than there is. */
        SELLABLE,
        /** So few that the channel is told there are none. */
        DELISTED
    }

    /**
     * @param units what it came to
     * @param of    the number of the rule that did it, where there is one
     */
    public record Step(Why why, long units, @Nullable Long of) {
    }
}
