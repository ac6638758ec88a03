package io.wanqu.identity.self;

import io.wanqu.identity.program.ProgramLogIn;
import io.wanqu.identity.session.SessionAnswer;
import io.wanqu.identity.session.SignIn;
import io.wanqu.identity.session.Visit;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in from a mini program by the code that its platform gives. */
@RestController
class ProgramController {

    private static final int CODE_MAX = 500;
    private static final int NAME_MAX = 40;

    private final ProgramLogIn programLogIn;
    private final SignIn signIn;
    private final Visit visit;

    ProgramController(ProgramLogIn programLogIn, SignIn signIn, Visit visit) {
        this.programLogIn = programLogIn;
        this.signIn = signIn;
        this.visit = visit;
    }

    /** The second factor, where there is one, is asked for as at every other door. */
    @PostMapping("/api/v1/session/program")
    SessionAnswer.Response logIn(HttpServletRequest request, HttpServletResponse response, @RequestBody Request ask) {
        visit.mustBeMeant(request);
        var account = programLogIn.account(Require.text("/program", ask.program, 1, NAME_MAX), Require.text("/code", ask.code, 1, CODE_MAX));
        return signIn.byOneProof(account, visit.origin(request, response), request, response);
    }

    /**
     * What the program sends.
     *
     * @param program the name under which the operator has set it up
     * @param code    what the platform's log-in gave, good once
     */
    record Request(@Nullable String program, @Nullable String code) {

        @Override
        public String toString() {
            return "Request[" + program + "]";
        }
    }
}
