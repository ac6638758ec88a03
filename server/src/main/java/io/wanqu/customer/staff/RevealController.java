package io.wanqu.customer.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.DataUses;
import io.wanqu.customer.DataUses.About;
import io.wanqu.customer.DataUses.Purpose;
import io.wanqu.customer.DataUses.Use;
import io.wanqu.customer.graph.PersonQueries;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.privacy.CustomerId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens one piece of a customer's data, for a purpose, and writes it down where the customer can read it. */
@RestController
class RevealController {

    private static final int PER_HOUR_MAX = 60;
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 200;

    private final PersonQueries persons;
    private final DataUses uses;
    private final Trail trail;
    private final ShopScope scope;
    private final Limiter limiter;

    RevealController(PersonQueries persons, DataUses uses, Trail trail, ShopScope scope, Clock clock) {
        this.persons = persons;
        this.uses = uses;
        this.trail = trail;
        this.scope = scope;
        this.limiter = new Limiter(PER_HOUR_MAX, Duration.ofHours(1), clock);
    }

    /** Whoever opens many in an hour copies a list, whatever he says. */
    @PostMapping("/api/v1/customers/{customer}/reveal")
    ResponseEntity<Response> reveal(Caller caller, @PathVariable CustomerId customer, @RequestBody Request request) {
        var shop = caller.must(Scope.CUSTOMERS_REVEAL);
        var evidence = Id.parse("/evidence", Require.present("/evidence", request.evidence, "the id of a piece of evidence"));
        var purpose = Purpose.asked(request.purpose);
        var reason = Require.text("/reason", request.reason, REASON_MIN, REASON_MAX);
        var taken = limiter.take(shop + "/" + caller.name());
        if (!taken.allowed()) {
            throw new CustomerProblem.TooManyReveals(taken.retryAfterSeconds());
        }
        var response = scope.in(shop, () -> open(shop, new Asked(customer, evidence, purpose, reason, caller.name())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response);
    }

    private Response open(ShopId shop, Asked asked) {
        var person = persons.find(shop, asked.customer.value()).orElseThrow(CustomerProblem.Unknown::new);
        var found = persons.evidence(shop, person.members()).stream().filter(it -> it.id() == asked.evidence).findFirst()
                .orElseThrow(CustomerProblem.UnknownEvidence::new);
        var kind = found.sign().kind().text();
        uses.note(shop, List.of(new Use(About.customer(found.customer()), kind, asked.purpose, asked.reason, asked.by)));
        trail.note(Note.of(shop, "customer.opened", "customer", found.customer().value()).after(new Opened(kind, asked.purpose.text())));
        return new Response(kind, found.sign().value());
    }

    private record Opened(String kind, String purpose) {
    }

    private record Asked(CustomerId customer, long evidence, Purpose purpose, String reason, String by) {
    }

    /**
     * @param purpose one of delivery, after_sale, complaint, fraud, legal, marketing
     * @param reason  in your own words; the customer reads it
     */
    record Request(@Nullable String evidence, @Nullable String purpose, @Nullable String reason) {
    }

    record Response(String kind, String value) {

        @Override
        public String toString() {
            return "Response[" + kind + "]";
        }
    }
}
