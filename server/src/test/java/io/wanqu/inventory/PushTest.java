package io.wanqu.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.Push.Step;
import io.wanqu.inventory.Push.Why;
import io.wanqu.kernel.KernelProblem.InvalidValue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

class PushTest {

    @ParameterizedTest
    @CsvSource({
            // sellable, percent, buffer, plus, minimum, maximum, delist, told
            "100, 100,  0,  0,  0,    , 0, 100",
            "100,  50,  0,  0,  0,    , 0,  50",
            " 99,  50,  0,  0,  0,    , 0,  49",
            "100, 100, 30,  0,  0,    , 0,  70",
            " 20, 100, 30,  0,  0,    , 0,   0",
            " 20, 100, 30,  5,  0,    , 0,   5",
            "100,  10,  0,  0, 25,    , 0,  25",
            "100, 100,  0,  0,  0,  40, 0,  40",
            "100,  10,  0, 95,  0,    , 0, 100",
            " 10,  10,  0,  0, 25,    , 0,  10",
            "100,   4,  0,  0,  0,    , 5,   0",
            "100,   6,  0,  0,  0,    , 5,   6",
            "  0, 100,  0, 50, 50,    , 0,   0",
    })
    void tells_what_the_formula_says(long sellable, int percent, long buffer, long plus, long minimum, @Nullable Long maximum,
            long delistAt, long told) {
        var rule = new AllocationRule(Mode.SHARED, 0, 0, 0, percent, buffer, plus, minimum, maximum, delistAt).checked();

        assertThat(Push.of(rule, sellable).quantity()).isEqualTo(told);
    }

    /** The formula once more, with numbers that can't be rounded by accident. */
    @Property(tries = 2000)
    void tells_what_the_formula_says_for_any_rule(@ForAll @IntRange(max = 2_000) int sellable, @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 300) int buffer, @ForAll @IntRange(max = 300) int minimum, @ForAll @IntRange(max = 300) int over) {
        var rule = new AllocationRule(Mode.SHARED, 0, 0, 0, percent, buffer, over / 2, minimum, (long) minimum + over, over / 3).checked();
        var share = BigDecimal.valueOf(percent).movePointLeft(2).multiply(BigDecimal.valueOf(sellable - buffer).max(BigDecimal.ZERO))
                .setScale(0, RoundingMode.FLOOR);
        var clamped = share.add(BigDecimal.valueOf(over / 2)).max(BigDecimal.valueOf(minimum)).min(BigDecimal.valueOf((long) minimum + over))
                .min(BigDecimal.valueOf(sellable));
        var expected = over / 3 > 0 && clamped.compareTo(BigDecimal.valueOf(over / 3)) <= 0 ? 0 : clamped.longValueExact();

        assertThat(Push.of(rule, sellable).quantity()).isEqualTo(expected).isLessThanOrEqualTo(sellable);
    }

    @Test
    void says_why_step_by_step() {
        var rule = new AllocationRule(Mode.HARD, 100, 0, 0, 50, 10, 5, 0, 40L, 0).checked();
        var delisting = new AllocationRule(Mode.SOFT, 7, 0, 0, 100, 0, 9, 0, null, 8).checked();

        assertThat(Push.of(rule, 100).steps()).containsExactly(new Step(Why.HARD_QUOTA, 100, 100L), new Step(Why.BUFFER, 90, 10L),
                new Step(Why.PERCENT, 45, 50L), new Step(Why.PLUS, 50, 5L), new Step(Why.MAXIMUM, 40, null));
        assertThat(Push.of(delisting, 3).steps()).containsExactly(new Step(Why.SOFT_QUOTA, 3, 7L), new Step(Why.PLUS, 12, 9L),
                new Step(Why.SELLABLE, 3, null), new Step(Why.DELISTED, 0, 8L));
    }

    @ParameterizedTest
    @CsvSource({
            "quota,    shared,  1, 0, 100, 0,  ",
            "quota,    hard,    0, 0, 100, 0,  ",
            "quota,    soft,   -1, 0, 100, 0,  ",
            "floor,    shared,  0,-1, 100, 0,  ",
            "percent,  shared,  0, 0, 101, 0,  ",
            "percent,  shared,  0, 0,  -1, 0,  ",
            "minimum,  shared,  0, 0, 100,-1,  ",
            "maximum,  shared,  0, 0, 100, 9, 8",
    })
    void refuses_a_rule_that_contradicts_itself(String field, String mode, long quota, long floor, int percent, long minimum,
            @Nullable Long maximum) {
        var rule = new AllocationRule(Mode.valueOf(mode.toUpperCase(java.util.Locale.ROOT)), quota, floor, 0, percent, 0, 0, minimum, maximum, 0);

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(rule::checked)
                .satisfies(refusal -> assertThat(refusal.facts()).containsEntry("field", field));
    }
}
