package io.wanqu.kernel.http;

import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Page;

import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for, newest first.
 *
 * @param before the identifier the page begins below
 */
public record PageAsk(long before, int limit) {

    private static final int LIMIT_USUAL = 50;

    /** Reads the parameters {@code after} and {@code limit}; both may be absent. */
    public static PageAsk of(@Nullable String after, @Nullable String limit) {
        return new PageAsk(after == null ? Long.MAX_VALUE : Id.parse("after", after), limit == null ? LIMIT_USUAL : limit(limit));
    }

    private static int limit(String text) {
        try {
            return Require.between("limit", Integer.valueOf(text), 1, Page.LIMIT_MAX);
        } catch (NumberFormatException e) {
            throw new KernelProblem.InvalidValue("limit", "a whole number from 1 to " + Page.LIMIT_MAX);
        }
    }
}
