package io.wanqu.identity.self;

import io.wanqu.identity.program.ProgramLogIn;
import io.wanqu.identity.program.TellPayer;
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

/** What a mini program is told for the code that its platform gives: who is signed in, and under which number he pays. */
@RestController
class ProgramController {

    private static final int CODE_MAX = 500;
    private static final int NAME_MAX = 40;

    private final ProgramLogIn programLogIn;
    private final TellPayer tellPayer;
    private final SignIn signIn;
    private final Visit visit;

    ProgramController(ProgramLogIn programLogIn, TellPayer tellPayer, SignIn signIn, Visit visit) {
        this.programLogIn = programLogIn;
        this.tellPayer = tellPayer;
        this.signIn = signIn;
        this.visit = visit;
    }

    /** The second factor, where there is one, is asked for as at every other door. */
    @PostMapping("/api/v1/session/program")
    SessionAnswer.Response logIn(HttpServletRequest request, HttpServletResponse response, @RequestBody Request ask) {
        visit.mustBeMeant(request);
        var account = programLogIn.account(ask.checkedProgram(), ask.checkedCode());
        return signIn.byOneProof(account, visit.origin(request, response), request, response);
    }

    /** Guests pay too, so this asks for no session. */
    @PostMapping("/api/v1/program-payers")
    Payer payer(HttpServletRequest request, @RequestBody Request ask) {
        visit.mustBeMeant(request);
        return new Payer(tellPayer.tell(ask.checkedProgram(), ask.checkedCode()));
    }

    /** @param payerId goes along with the request for a payment, and is good in this program alone */
    record Payer(String payerId) {

        @Override
        public String toString() {
            return "Payer[…]";
        }
    }

    /**
     * What the program sends.
     *
     * @param program the name under which the operator has set it up
     * @param code    what the platform's log-in gave, good once
     */
    record Request(@Nullable String program, @Nullable String code) {

        private String checkedProgram() {
            return Require.text("/program", program, 1, NAME_MAX);
        }

        private String checkedCode() {
            return Require.text("/code", code, 1, CODE_MAX);
        }

        @Override
        public String toString() {
            return "Request[" + program + "]";
        }
    }
}
