package io.wanqu.identity.self;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.bootstrap.FirstOperator;
import io.wanqu.identity.session.SessionAnswer;
import io.wanqu.identity.session.SignIn;
import io.wanqu.identity.session.Visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes whoever has the link the first of the platform's people, and signs him in. */
@RestController
class FirstOperatorController {

    private final FirstOperator firstOperator;
    private final SignIn signIn;
    private final Visit visit;

    FirstOperatorController(FirstOperator firstOperator, SignIn signIn, Visit visit) {
        this.firstOperator = firstOperator;
        this.signIn = signIn;
        this.visit = visit;
    }

    @PostMapping("/api/v1/operators/first")
    @ResponseStatus(HttpStatus.CREATED)
    SessionAnswer.Response become(HttpServletRequest request, HttpServletResponse response, @RequestBody Request ask) {
        visit.mustBeMeant(request);
        var account = firstOperator.become(ask.secret == null ? "" : ask.secret,
                new OpenAccount.Ask(Contact.parse("/login", ask.login), ask.name == null ? "" : ask.name, ask.password == null ? "" : ask.password));
        return signIn.wholly(account, visit.origin(request, response), request, response);
    }

    record Request(@Nullable String secret, @Nullable String login, @Nullable String name, @Nullable String password) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }
}
