package io.wanqu.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * How many units a channel is told it may sell, and why: the formula of the commercial stock tools,
 * {@code clamp(floor(percent × max(0, sellable − buffer)) + plus, minimum, maximum)}, then never more than can be sold.
 *
 * @param quantity what the channel is told
 * @param steps    how it came about, one sentence a step, in order
 */
public record Push(long quantity, List<String> steps) {

    public static Push of(AllocationRule rule, long sellable) {
        var steps = new ArrayList<String>();
        steps.add(switch (rule.mode()) {
            case SHARED -> sellable + " can be sold here: what no other channel has reserved";
            case HARD -> sellable + " can be sold here: what is left of the hard quota of " + rule.quota();
            case SOFT -> sellable + " can be sold here: the soft quota of " + rule.quota() + " and what is free";
        });
        var told = Math.max(0, sellable - rule.buffer());
        note(steps, rule.buffer() > 0, told, "after the buffer of " + rule.buffer());
        told = Math.floorDiv(Math.multiplyExact(told, (long) rule.percent()), 100L);
        note(steps, rule.percent() < 100, told, rule.percent() + " per cent of it");
        told += rule.plus();
        note(steps, rule.plus() > 0, told, "with " + rule.plus() + " added");
        note(steps, told < rule.minimum(), rule.minimum(), "raised to the minimum");
        told = Math.max(told, rule.minimum());
        if (rule.maximum() != null && told > rule.maximum()) {
            told = rule.maximum();
            note(steps, true, told, "cut to the maximum");
        }
        note(steps, told > sellable, sellable, "cut to what can be sold");
        told = Math.min(told, sellable);
        if (rule.delistAt() > 0 && told <= rule.delistAt()) {
            told = 0;
            note(steps, true, told, "taken off sale at " + rule.delistAt() + " or less");
        }
        return new Push(told, List.copyOf(steps));
    }

    private static void note(List<String> steps, boolean applies, long value, String reason) {
        if (applies) {
            steps.add(value + " " + reason);
        }
    }
}
