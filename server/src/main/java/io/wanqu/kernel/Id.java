package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** A 64-bit, time-sorted identifier; written as decimal text, because JavaScript loses digits beyond 2^53. */
public interface Id {

    long value();

    @JsonValue
    default String text() {
        return Long.toString(value());
    }

    /** Reads an identifier from text; refuses anything that is not a positive 64-bit number. */
    static long parse(String field, String text) {
        try {
            var value = Long.parseLong(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal, which says more than the number parser
        }
        throw new KernelProblem.InvalidId(field, text);
    }
}
