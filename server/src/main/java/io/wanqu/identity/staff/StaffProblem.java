package io.wanqu.identity.staff;

import java.util.Map;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Problem;

/** Why somebody can't come to work for a shop, do another work, or go. */
public abstract sealed class StaffProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private StaffProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class NoSuchStaff extends StaffProblem {

        private static final long serialVersionUID = 1L;

        NoSuchStaff() {
            super("no-such-staff", Kind.NOT_FOUND, Map.of());
        }
    }

    public static final class LastOwner extends StaffProblem {

        private static final long serialVersionUID = 1L;

        LastOwner() {
            super("last-owner", Kind.CONFLICT, Map.of());
        }
    }

    public static final class UnknownRole extends StaffProblem {

        private static final long serialVersionUID = 1L;

        UnknownRole(String known) {
            super("unknown-role", Kind.INVALID, Map.of("field", "/role", "expected", "one of " + known));
        }
    }

    /** Nobody gives, or takes from another, what he does not hold himself. */
    public static final class MoreThanHeld extends StaffProblem {

        private static final long serialVersionUID = 1L;

        MoreThanHeld(Scope scope) {
            super("more-than-held", Kind.FORBIDDEN, Map.of("scope", scope.text()));
        }
    }

    public static final class OwnersOnly extends StaffProblem {

        private static final long serialVersionUID = 1L;

        OwnersOnly() {
            super("owners-only", Kind.FORBIDDEN, Map.of());
        }
    }

    public static final class AlreadyStaff extends StaffProblem {

        private static final long serialVersionUID = 1L;

        AlreadyStaff() {
            super("already-staff", Kind.CONFLICT, Map.of());
        }
    }

    /** Unknown, used, withdrawn and too late are answered alike. */
    public static final class NoInvitation extends StaffProblem {

        private static final long serialVersionUID = 1L;

        NoInvitation() {
            super("no-invitation", Kind.NOT_FOUND, Map.of());
        }
    }

    public static final class RoleTaken extends StaffProblem {

        private static final long serialVersionUID = 1L;

        RoleTaken(String name) {
            super("role-taken", Kind.CONFLICT, Map.of("field", "/name", "role", name));
        }
    }

    public static final class RoleInUse extends StaffProblem {

        private static final long serialVersionUID = 1L;

        RoleInUse(String name) {
            super("role-in-use", Kind.CONFLICT, Map.of("role", name));
        }
    }
}
