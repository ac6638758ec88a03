package io.wanqu.identity;

import java.time.Clock;
import java.util.List;

import io.wanqu.identity.app.KnownGrants;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.session.PresentSession;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Whom a bearer text stands for: the mark in front says whether it is a session's, a program's, or a token of the shop. */
@Component
class KnownBearers {

    private final KnownTokens tokens;
    private final PresentSession sessions;
    private final KnownGrants grants;
    private final KnownStaff staff;
    private final Clock clock;

    KnownBearers(KnownTokens tokens, PresentSession sessions, KnownGrants grants, KnownStaff staff, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.grants = grants;
        this.staff = staff;
        this.clock = clock;
    }

    /** Refuses what is nobody's. Most are tokens of shops, so they are tried first. */
    Presented known(HttpServletRequest request, String text) {
        var token = SecretText.parse(Mark.TOKEN, text);
        if (token.isPresent()) {
            var found = tokens.find(token.get()).orElseThrow(IdentityProblem.UnknownToken::new);
            var places = found.account() == null ? List.<StaffMember>of() : staff.of(found.account());
            return new Presented("token:" + found.id(), found.caller(clock.instant(), places), null);
        }
        return SecretText.parse(Mark.SESSION, text).flatMap(session -> sessions.byToken(request, session))
                .or(() -> SecretText.parse(Mark.ACCESS, text).flatMap(grants::find))
                .orElseThrow(IdentityProblem.UnknownToken::new);
    }
}
