package io.wanqu.privacy;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why something can't be done with a person's data. */
public abstract sealed class PrivacyProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private PrivacyProblem(String code, Kind kind, Map<String, Object> facts) {
        super("privacy." + code, kind, facts);
    }

    public static final class UnknownExport extends PrivacyProblem {

        private static final long serialVersionUID = 1L;

        public UnknownExport() {
            super("unknown-export", Kind.NOT_FOUND, Map.of("expected", "an export of this account whose file is still there"));
        }
    }

    public static final class ExportRunning extends PrivacyProblem {

        private static final long serialVersionUID = 1L;

        public ExportRunning() {
            super("export-running", Kind.CONFLICT, Map.of("expected", "one export at a time"));
        }
    }

    public static final class NotErasing extends PrivacyProblem {

        private static final long serialVersionUID = 1L;

        public NotErasing() {
            super("not-erasing", Kind.NOT_FOUND, Map.of("expected", "an erasure that can still be withdrawn"));
        }
    }

    /** @see io.wanqu.kernel.privacy.PersonalRecords#obstacle */
    public static final class NotErasable extends PrivacyProblem {

        private static final long serialVersionUID = 1L;

        public NotErasable(String why) {
            super("not-erasable", Kind.CONFLICT, Map.of("why", why));
        }
    }

    public static final class UnknownIncident extends PrivacyProblem {

        private static final long serialVersionUID = 1L;

        public UnknownIncident() {
            super("unknown-incident", Kind.NOT_FOUND, Map.of("expected", "an incident that is not ended"));
        }
    }
}
