package io.wanqu.identity.self;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.identity.session.SignedIn;
import io.wanqu.identity.session.TellProofs;
import io.wanqu.identity.session.Visit;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a signed-in person shows that a mail address or phone number is his, and so is what was bought with it. */
@RestController
class ProofController {

    private static final int CODE_MAX = 20;

    private final OneTimeCodes codes;
    private final TellProofs proofs;
    private final Visit visit;

    ProofController(OneTimeCodes codes, TellProofs proofs, Visit visit) {
        this.codes = codes;
        this.proofs = proofs;
        this.visit = visit;
    }

    /** With the code that was sent for the purpose {@code prove}. It does not become a way to log in. */
    @PostMapping("/api/v1/me/proofs")
    Response prove(HttpServletRequest request, HttpServletResponse response, @RequestBody Request ask) {
        var session = SignedIn.by(request);
        var contact = Contact.parse("/contact", ask.contact);
        codes.use(contact, Purpose.PROVE, visit.origin(request, response).device(), Require.text("/code", ask.code, 1, CODE_MAX));
        return new Response(contact.masked(), proofs.tell(session.account(), contact));
    }

    record Request(@Nullable String contact, @Nullable String code) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    /** @param customers how many customers, in whatever shop, became the person's */
    record Response(String contact, int customers) {
    }
}
