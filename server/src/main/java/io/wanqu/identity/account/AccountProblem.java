package io.wanqu.identity.account;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why an account is not opened or changed. */
public abstract sealed class AccountProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private AccountProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    /** Told only to who has shown that the address is his. */
    public static final class ContactTaken extends AccountProblem {

        private static final long serialVersionUID = 1L;

        ContactTaken() {
            super("contact-taken", Kind.CONFLICT, Map.of("field", "/login"));
        }
    }

    public static final class ChangedMeanwhile extends AccountProblem {

        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("changed-meanwhile", Kind.CONFLICT, Map.of());
        }
    }

    public static final class WeakPassword extends AccountProblem {

        private static final long serialVersionUID = 1L;

        WeakPassword(String expected) {
            super("weak-password", Kind.INVALID, Map.of("field", "/password", "expected", expected));
        }
    }
}
