package io.wanqu.inventory;

import io.wanqu.kernel.KernelProblem.InvalidValue;

import org.jspecify.annotations.Nullable;

/**
 * How much of a pool a channel may take, and how much it is told.
 *
 * @param mode     shared: whatever nobody else has reserved; hard: the quota, reserved for it and not one unit more;
 *                 soft: the quota reserved for it, lent to others when nothing else is left, and given back first
 * @param floor    the last so many units of the pool are kept for this channel
 * @param priority who gets its reservation first when there is not enough for all; hard quotas come before all others
 * @param percent  of what it could sell, what share it is told; the same unit may be told to several channels
 * @param buffer   units held back before the share is taken
 * @param plus     units added after the share is taken
 * @param minimum  at least this is told, as long as it can be sold
 * @param maximum  at most this is told
 * @param delistAt at or below this the channel is told zero
 */
public record AllocationRule(Mode mode, long quota, long floor, int priority, int percent, long buffer, long plus,
        long minimum, @Nullable Long maximum, long delistAt) {

    /** What holds for a channel nobody made a rule for. */
    public static final AllocationRule SHARED = new AllocationRule(Mode.SHARED, 0, 0, 0, 100, 0, 0, 0, null, 0);

    private static final long UNITS_MAX = 1_000_000_000_000L;

    /** Refuses a rule that contradicts itself, naming the field. */
    public AllocationRule checked() {
        within("quota", quota, mode == Mode.SHARED ? 0 : 1, mode == Mode.SHARED ? 0 : UNITS_MAX);
        within("floor", floor, 0, UNITS_MAX);
        within("priority", priority, -1_000, 1_000);
        within("percent", percent, 0, 100);
        within("buffer", buffer, 0, UNITS_MAX);
        within("plus", plus, 0, UNITS_MAX);
        within("minimum", minimum, 0, UNITS_MAX);
        if (maximum != null) {
            within("maximum", maximum, minimum, UNITS_MAX);
        }
        within("delistAt", delistAt, 0, UNITS_MAX);
        return this;
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidValue(field, least == most ? String.valueOf(least) : "from " + least + " to " + most);
        }
    }

    /** How a channel stands to the rest of the pool. */
    public enum Mode {
        SHARED, HARD, SOFT
    }
}
