package io.wanqu.identity.self;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.factor.RecoveryCodes;
import io.wanqu.identity.factor.SecondFactor;
import io.wanqu.identity.watch.Alert;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Turning the second factor on and off, and recovery codes. */
@RestController
class SecondFactorController {

    private static final int CODE_MAX = 20;

    private final Self self;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recoveryCodes;

    SecondFactorController(Self self, SecondFactor secondFactor, RecoveryCodes recoveryCodes) {
        this.self = self;
        this.secondFactor = secondFactor;
        this.recoveryCodes = recoveryCodes;
    }

    /** A secret for an authenticator; it protects nothing until a code of it was shown. */
    @PostMapping("/api/v1/account/totp")
    ProposalResponse propose(HttpServletRequest request) {
        var account = self.fresh(request);
        var secret = secondFactor.propose(account.id());
        return new ProposalResponse(secret, "otpauth://totp/Wanqu:" + label(account) + "?secret=" + secret + "&issuer=Wanqu");
    }

    @PutMapping("/api/v1/account/totp")
    CodesResponse turnOn(HttpServletRequest request, HttpServletResponse response, @RequestBody CodeRequest ask) {
        var account = self.fresh(request);
        var codes = secondFactor.confirm(account.id(), Require.text("/code", ask.code, 1, CODE_MAX)).orElseThrow(SelfProblem.WrongTotp::new);
        return new CodesResponse(codes, self.changed(Alert.SECOND_FACTOR_ON, true, request, response).token());
    }

    @DeleteMapping("/api/v1/account/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(HttpServletRequest request, HttpServletResponse response) {
        if (secondFactor.turnOff(self.fresh(request).id())) {
            self.tell(Alert.SECOND_FACTOR_OFF, request, response);
        }
    }

    @GetMapping("/api/v1/account/recovery-codes")
    LeftResponse left(HttpServletRequest request) {
        return new LeftResponse(recoveryCodes.left(self.account(request).id()));
    }

    @PutMapping("/api/v1/account/recovery-codes")
    CodesResponse drawAgain(HttpServletRequest request, HttpServletResponse response) {
        var account = self.fresh(request);
        if (!secondFactor.on(account.id())) {
            throw new SelfProblem.NoSecondFactor();
        }
        var codes = recoveryCodes.draw(account.id());
        self.tell(Alert.RECOVERY_CODES_DRAWN, request, response);
        return new CodesResponse(codes, null);
    }

    private static String label(Account account) {
        var contact = account.mail() == null ? account.phone() : account.mail();
        return URLEncoder.encode(contact == null ? account.name() : contact.masked(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    record CodeRequest(@Nullable String code) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }

    /** @param uri for the picture that an authenticator reads */
    record ProposalResponse(String secret, String uri) {

        @Override
        public String toString() {
            return "ProposalResponse[…]";
        }
    }

    /** @param token the session's new secret, for a program that keeps no cookies */
    record CodesResponse(List<String> recoveryCodes, @Nullable String token) {

        @Override
        public String toString() {
            return "CodesResponse[…]";
        }
    }

    /** How many recovery codes were not used yet. */
    record LeftResponse(long left) {
    }
}
