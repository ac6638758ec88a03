package io.wanqu.kernel.http;

import java.net.URI;
import java.util.List;

import io.wanqu.kernel.KernelProblem;

import org.jspecify.annotations.Nullable;

/** Checks of single fields; each refusal names the field as a JSON pointer and says what would be right. */
public final class Require {

    private static final int ADDRESS_MIN = 8;
    private static final int ADDRESS_MAX = 500;

    private Require() {
    }

    public static <T> T present(String field, @Nullable T value, String expected) {
        if (value == null) {
            throw new KernelProblem.InvalidValue(field, expected);
        }
        return value;
    }

    /** Trims, and refuses control characters other than line breaks and tabs. */
    public static String text(String field, @Nullable String value, int min, int max) {
        var text = value == null ? "" : value.strip();
        var length = text.codePointCount(0, text.length());
        if (length < min || length > max || text.chars().anyMatch(Require::isControl)) {
            throw new KernelProblem.InvalidValue(field, "a text of " + min + " to " + max + " characters");
        }
        return text;
    }

    /** The address of a page in the world; null stays null. */
    public static @Nullable URI page(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            var uri = URI.create(text(field, value, ADDRESS_MIN, ADDRESS_MAX));
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal, which says what would be right
        }
        throw new KernelProblem.InvalidValue(field, "the address of a page");
    }

    public static long between(String field, @Nullable Long value, long min, long max) {
        if (value == null || value < min || value > max) {
            throw new KernelProblem.InvalidValue(field, "a whole number from " + min + " to " + max);
        }
        return value;
    }

    public static int between(String field, @Nullable Integer value, int min, int max) {
        return (int) between(field, value == null ? null : Long.valueOf(value), (long) min, (long) max);
    }

    public static <T> List<T> items(String field, @Nullable List<T> value, int min, int max) {
        if (value == null || value.size() < min || value.size() > max || value.stream().anyMatch(item -> item == null)) {
            throw new KernelProblem.InvalidValue(field, "a list of " + min + " to " + max + " items");
        }
        return value;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
