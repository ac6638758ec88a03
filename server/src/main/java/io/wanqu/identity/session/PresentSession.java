package io.wanqu.identity.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a session in a request whom it stands for: a buyer always, and a caller for the shop that the request names. */
@Component
public class PresentSession {

    private static final String SHOP = "Wanqu-Shop";
    private static final String PLATFORM = "platform";

    private final KnownSessions sessions;
    private final KnownStaff staff;
    private final Visit visit;
    private final Clock clock;

    PresentSession(KnownSessions sessions, KnownStaff staff, Visit visit, Clock clock) {
        this.sessions = sessions;
        this.staff = staff;
        this.visit = visit;
        this.clock = clock;
    }

    /** By cookie. A refusal here is for the whole request; one inside the answer is for the endpoint that needs a caller. */
    public @Nullable Problem byCookie(HttpServletRequest request, HttpServletResponse response) {
        var text = visit.session(request);
        if (text.isEmpty()) {
            return null;
        }
        if (request.getRequestURI().startsWith("/api/") && !visit.meant(request)) {
            return new SessionProblem.CrossSite();
        }
        var session = sessions.find(text.get()).filter(found -> found.kind() == Session.Kind.WEB);
        session.ifPresentOrElse(found -> present(request, found).attachTo(request), () -> visit.forgetSession(request, response));
        return null;
    }

    /** By bearer token, from a program. */
    public Optional<Presented> byToken(HttpServletRequest request, SecretText text) {
        return sessions.find(text).filter(found -> found.kind() == Session.Kind.PROGRAM).map(found -> present(request, found));
    }

    private Presented present(HttpServletRequest request, Session session) {
        SignedIn.attach(request, session);
        if (session.state() == Session.State.SECOND_FACTOR) {
            return new Presented("", null, new SessionProblem.SecondFactorNeeded());
        }
        var owner = "account:" + session.account();
        var buyer = new Buyer(session.account(), session.fresh(clock.instant()));
        var places = staff.of(session.account());
        var asked = request.getHeader(SHOP);
        return place(places, asked)
                .map(member -> new Presented(owner, caller(session, member), null, buyer))
                .orElseGet(() -> new Presented(owner, null,
                        asked == null && !places.isEmpty() ? new SessionProblem.ShopNotChosen() : new SessionProblem.NotStaff(), buyer));
    }

    private static Optional<StaffMember> place(List<StaffMember> places, @Nullable String asked) {
        if (asked != null) {
            return places.stream().filter(member -> named(member.shop()).equals(asked)).findFirst();
        }
        var shops = places.stream().filter(member -> !member.shop().equals(ShopId.PLATFORM)).toList();
        return shops.isEmpty() ? places.stream().findFirst() : Optional.of(shops.getFirst()).filter(only -> shops.size() == 1);
    }

    private static String named(ShopId shop) {
        return shop.equals(ShopId.PLATFORM) ? PLATFORM : shop.text();
    }

    private Caller caller(Session session, StaffMember member) {
        return new Caller(member.shop(), session.name(), member.scopes(), session.account(), member.channels(),
                session.fresh(clock.instant()));
    }
}
