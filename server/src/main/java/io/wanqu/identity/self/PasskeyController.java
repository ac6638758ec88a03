package io.wanqu.identity.self;

import java.util.List;
import java.util.Map;

import io.wanqu.identity.passkey.Passkeys;
import io.wanqu.identity.session.SessionAnswer;
import io.wanqu.identity.session.SignIn;
import io.wanqu.identity.session.Visit;
import io.wanqu.identity.watch.Alert;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys: adding, listing and removing them, and signing in with one, which also counts as proving again. */
@RestController
class PasskeyController {

    private static final int LABEL_MAX = 60;

    private final Self self;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Visit visit;

    PasskeyController(Self self, Passkeys passkeys, SignIn signIn, Visit visit) {
        this.self = self;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.visit = visit;
    }

    /** The options for {@code navigator.credentials.create}. */
    @PostMapping("/api/v1/account/passkeys/options")
    Map<String, Object> askForNew(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askForNew(self.fresh(request).id(), self.origin(request, response).device());
    }

    @PostMapping("/api/v1/account/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    List<Passkeys.Listed> add(HttpServletRequest request, HttpServletResponse response, @RequestBody NewRequest ask) {
        var account = self.fresh(request).id();
        passkeys.add(account, self.origin(request, response).device(), Require.text("/label", ask.label, 1, LABEL_MAX),
                Require.present("/credential", ask.credential, "what the authenticator answered"));
        self.tell(Alert.PASSKEY_ADDED, request, response);
        return passkeys.of(account);
    }

    @GetMapping("/api/v1/account/passkeys")
    List<Passkeys.Listed> list(HttpServletRequest request) {
        return passkeys.of(self.account(request).id());
    }

    @DeleteMapping("/api/v1/account/passkeys/{passkey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(HttpServletRequest request, HttpServletResponse response, @PathVariable String passkey) {
        passkeys.remove(self.fresh(request).id(), passkey);
        self.tell(Alert.PASSKEY_REMOVED, request, response);
    }

    /** The options for {@code navigator.credentials.get}. */
    @PostMapping("/api/v1/session/passkey/options")
    Map<String, Object> askForAny(HttpServletRequest request, HttpServletResponse response) {
        visit.mustBeMeant(request);
        return passkeys.askForAny(visit.origin(request, response).device());
    }

    @PostMapping("/api/v1/session/passkey")
    SessionAnswer.Response logIn(HttpServletRequest request, HttpServletResponse response, @RequestBody LogInRequest ask) {
        visit.mustBeMeant(request);
        var origin = visit.origin(request, response);
        var account = passkeys.signedBy(origin.device(), Require.present("/credential", ask.credential, "what the authenticator answered"));
        return signIn.wholly(account, origin, request, response);
    }

    /** @param credential as {@code PublicKeyCredential.toJSON()} writes it */
    record NewRequest(@Nullable String label, @Nullable Map<String, Object> credential) {
    }

    /** @param credential as {@code PublicKeyCredential.toJSON()} writes it */
    record LogInRequest(@Nullable Map<String, Object> credential) {
    }
}
