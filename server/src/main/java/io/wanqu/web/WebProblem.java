package io.wanqu.web;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Requests that no module ever sees, because HTTP itself went wrong; each knows its status. */
abstract sealed class WebProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private final int status;

    private WebProblem(String code, Kind kind, int status, Map<String, Object> facts) {
        super("web." + code, kind, facts);
        this.status = status;
    }

    int status() {
        return status;
    }

    static final class MalformedRequest extends WebProblem {

        private static final long serialVersionUID = 1L;

        MalformedRequest() {
            super("malformed-request", Kind.MALFORMED, 400, Map.of());
        }
    }

    static final class MalformedJson extends WebProblem {

        private static final long serialVersionUID = 1L;

        MalformedJson(String field, int line, int column) {
            super("malformed-json", Kind.MALFORMED, 400,
                    Map.of("field", field, "line", line, "column", column, "expected", "JSON as RFC 8259 describes it"));
        }
    }

    static final class MissingBody extends WebProblem {

        private static final long serialVersionUID = 1L;

        MissingBody() {
            super("missing-body", Kind.MALFORMED, 400, Map.of("field", "", "expected", "a body in JSON"));
        }
    }

    static final class MissingParameter extends WebProblem {

        private static final long serialVersionUID = 1L;

        MissingParameter(String name) {
            super("missing-parameter", Kind.MALFORMED, 400, Map.of("field", name, "expected", "a value"));
        }
    }

    static final class UnknownField extends WebProblem {

        private static final long serialVersionUID = 1L;

        UnknownField(String field, String known) {
            super("unknown-field", Kind.INVALID, 422, Map.of("field", field, "expected", known));
        }
    }

    static final class WrongType extends WebProblem {

        private static final long serialVersionUID = 1L;

        WrongType(String field, String expected) {
            super("wrong-type", Kind.INVALID, 422, Map.of("field", field, "expected", expected));
        }
    }

    static final class NoSuchPage extends WebProblem {

        private static final long serialVersionUID = 1L;

        NoSuchPage() {
            super("no-such-page", Kind.NOT_FOUND, 404, Map.of());
        }
    }

    static final class MethodNotAllowed extends WebProblem {

        private static final long serialVersionUID = 1L;

        MethodNotAllowed(String method, String allowed) {
            super("method-not-allowed", Kind.MALFORMED, 405, Map.of("method", method, "allowed", allowed));
        }
    }

    static final class NotAcceptable extends WebProblem {

        private static final long serialVersionUID = 1L;

        NotAcceptable(String supported) {
            super("not-acceptable", Kind.MALFORMED, 406, Map.of("field", "Accept", "expected", supported));
        }
    }

    static final class UnsupportedMediaType extends WebProblem {

        private static final long serialVersionUID = 1L;

        UnsupportedMediaType(String supported) {
            super("unsupported-media-type", Kind.MALFORMED, 415, Map.of("field", "Content-Type", "expected", supported));
        }
    }

    static final class BodyTooLarge extends WebProblem {

        private static final long serialVersionUID = 1L;

        BodyTooLarge(long bytesMax) {
            super("body-too-large", Kind.TOO_LARGE, 413, Map.of("bytesMax", bytesMax));
        }
    }

    static final class TooManyRequests extends WebProblem {

        private static final long serialVersionUID = 1L;

        TooManyRequests(long retryAfterSeconds) {
            super("too-many-requests", Kind.LIMITED, 429, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    static final class Unexpected extends WebProblem {

        private static final long serialVersionUID = 1L;

        Unexpected() {
            super("unexpected", Kind.UNAVAILABLE, 500, Map.of());
        }
    }
}
