package io.wanqu.settlement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Currency;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;

/** Reads what callers of this module write: amounts, days and months. */
public final class Inputs {

    /** Larger than any amount anybody moves, and small enough that sums of them stay exact. */
    private static final long MINOR_MAX = 1_000_000_000_000_000L;

    private Inputs() {
    }

    /** A positive amount. */
    public static Money amount(String field, @Nullable Long minor, @Nullable String currency) {
        return new Money(Require.between(field + "/minor", minor, 1, MINOR_MAX), currency(field + "/currency", currency));
    }

    public static Currency currency(String field, @Nullable String code) {
        try {
            return Currency.getInstance(code == null ? "" : code);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(field, "a currency like CNY");
        }
    }

    public static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "a day like 2026-01-31");
        }
    }

    public static YearMonth month(String field, @Nullable String text) {
        try {
            return YearMonth.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "a month like 2026-01");
        }
    }

    /** An amount in a request. */
    public record AmountRequest(@Nullable Long minor, @Nullable String currency) {

        public static Money read(String field, @Nullable AmountRequest request) {
            return request == null ? amount(field, null, null) : amount(field, request.minor, request.currency);
        }
    }
}
