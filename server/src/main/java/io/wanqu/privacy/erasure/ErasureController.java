package io.wanqu.privacy.erasure;

import java.time.Instant;

import io.wanqu.kernel.Buyer;
import io.wanqu.privacy.erasure.ErasePerson.Report;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person asks for the end of his data. */
@RestController
class ErasureController {

    private final Erasures erasures;
    private final ErasePerson erasePerson;

    ErasureController(Erasures erasures, ErasePerson erasePerson) {
        this.erasures = erasures;
        this.erasePerson = erasePerson;
    }

    /** How it stands, and what would go and what would stay. */
    @GetMapping("/api/v1/me/erasure")
    Response get(Buyer buyer) {
        return erasures.last(buyer.account()).map(it -> new Response(it.state(), it.askedAt(), it.dueAt(), it.endedAt(),
                it.report() == null ? erasePerson.preview() : it.report())).orElseGet(() -> new Response("none", null, null, null, erasePerson.preview()));
    }

    /** Until it is due it can be withdrawn; afterwards nothing brings the data back. */
    @PostMapping("/api/v1/me/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Response ask(Buyer buyer) {
        buyer.mustBeFresh();
        erasures.ask(buyer.account());
        return get(buyer);
    }

    @DeleteMapping("/api/v1/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Buyer buyer) {
        erasures.withdraw(buyer.account());
    }

    /** @param state none, cooling, withdrawn or done */
    record Response(String state, @Nullable Instant askedAt, @Nullable Instant dueAt, @Nullable Instant endedAt, Report report) {
    }
}
