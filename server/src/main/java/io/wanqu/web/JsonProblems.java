package io.wanqu.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Collectors;

import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body: which field, as a JSON pointer, and what would be right. */
final class JsonProblems {

    private JsonProblems() {
    }

    static Problem of(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new WebProblem.MissingBody();
            case UnrecognizedPropertyException e -> new WebProblem.UnknownField(pointer(e), known(e));
            case InputCoercionException e -> new WebProblem.WrongType(pointer(e), expected(e.getTargetType()));
            case InvalidFormatException e -> new WebProblem.WrongType(pointer(e), expected(e.getTargetType()));
            case MismatchedInputException e -> new WebProblem.WrongType(pointer(e), expected(e.getTargetType()));
            case StreamReadException e -> malformed(e);
            case JacksonException e -> inner(e);
            default -> new WebProblem.MalformedRequest();
        };
    }

    /** A value type of ours may refuse by itself while it is being read. */
    private static Problem inner(JacksonException exception) {
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof KernelProblem.InvalidId id) {
                return new KernelProblem.InvalidId(pointer(exception), String.valueOf(id.facts().get("got")));
            }
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return new WebProblem.WrongType(pointer(exception), "another value");
    }

    private static Problem malformed(StreamReadException exception) {
        var location = exception.getLocation();
        return new WebProblem.MalformedJson(pointer(exception), location == null ? 0 : location.getLineNr(),
                location == null ? 0 : location.getColumnNr());
    }

    private static String known(UnrecognizedPropertyException exception) {
        var known = exception.getKnownPropertyIds();
        return known == null || known.isEmpty() ? "no such field"
                : "one of " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException exception) {
        return exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "a whole number of at most " + (type == long.class || type == Long.class ? Long.MAX_VALUE : Integer.MAX_VALUE);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Id.class.isAssignableFrom(type)) {
            return "an identifier as text";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Currency.class) {
            return "an ISO 4217 code such as CNY";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T08:00:00Z";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}
