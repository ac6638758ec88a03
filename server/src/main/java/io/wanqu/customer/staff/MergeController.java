package io.wanqu.customer.staff;

import java.time.Clock;
import java.time.Instant;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.graph.LinkCustomers;
import io.wanqu.customer.graph.LinkTable.Rule;
import io.wanqu.customer.graph.LinkTable.Why;
import io.wanqu.customer.graph.SuggestionTable;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.privacy.CustomerId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where staff say that two customers are one person, or are not. */
@RestController
class MergeController {

    private final LinkCustomers linkCustomers;
    private final SuggestionTable suggestions;
    private final LookAtCustomers customers;
    private final ShopScope scope;
    private final Acts acts;

    MergeController(LinkCustomers linkCustomers, SuggestionTable suggestions, LookAtCustomers customers, ShopScope scope, Acts acts) {
        this.linkCustomers = linkCustomers;
        this.suggestions = suggestions;
        this.customers = customers;
        this.scope = scope;
        this.acts = acts;
    }

    @PostMapping("/api/v1/customers/{customer}/merges")
    @ResponseStatus(HttpStatus.CREATED)
    ShownCustomer merge(Caller caller, @PathVariable CustomerId customer, @RequestBody Request request) {
        var shop = caller.must(Scope.CUSTOMERS_WRITE);
        var other = Require.present("/other", request.other, "the id of a customer of this shop");
        return scope.in(shop, () -> {
            linkCustomers.link(shop, customer.value(), other.value(), new Why(Rule.STAFF, caller.name(), null));
            acts.trail.note(Note.of(shop, "customer.merged", "customer", customer.value()).after(request));
            return customers.get(shop, customer);
        });
    }

    /** Everything stands again as if the two had never been merged; the order that merged them does not do so again. */
    @DeleteMapping("/api/v1/customers/{customer}/merges/{merge}")
    ShownCustomer unmerge(Caller caller, @PathVariable CustomerId customer, @PathVariable String merge) {
        var shop = caller.must(Scope.CUSTOMERS_WRITE);
        var link = Id.parse("merge", merge);
        return scope.in(shop, () -> {
            var before = customers.get(shop, customer);
            if (before.merges().stream().noneMatch(it -> it.id().equals(Long.toString(link)))) {
                throw new CustomerProblem.UnknownMerge();
            }
            linkCustomers.unlink(shop, link, caller.name()).orElseThrow(CustomerProblem.UnknownMerge::new);
            acts.trail.note(Note.of(shop, "customer.unmerged", "customer", customer.value()));
            return customers.get(shop, customer);
        });
    }

    @GetMapping("/api/v1/customer-suggestions")
    Page<Suggestion> suggestions(Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.CUSTOMERS_READ);
        var page = PageAsk.of(after, limit);
        var open = scope.in(shop, () -> suggestions.open(shop, page.before(), page.limit()));
        return new Page<>(open.items().stream().map(it -> new Suggestion(Long.toString(it.number()), it.customer(), it.other(), it.because(), it.at())).toList(),
                open.next());
    }

    @PutMapping("/api/v1/customer-suggestions/{suggestion}/decision")
    Decided decide(Caller caller, @PathVariable String suggestion, @RequestBody Decision decision) {
        var shop = caller.must(Scope.CUSTOMERS_WRITE);
        var id = Id.parse("suggestion", suggestion);
        var accepted = Require.present("/accepted", decision.accepted, "true or false");
        return scope.in(shop, () -> decide(shop, id, accepted, caller.name()));
    }

    private Decided decide(ShopId shop, long id, boolean accepted, String by) {
        var pair = suggestions.decide(shop, id, accepted, by, acts.clock.instant()).orElseThrow(CustomerProblem.UnknownSuggestion::new);
        if (accepted) {
            linkCustomers.link(shop, pair.low(), pair.high(), new Why(Rule.SUGGESTION, by, null));
            acts.trail.note(Note.of(shop, "customer.merged", "customer", pair.low()));
        }
        return new Decided(Long.toString(id), accepted, new CustomerId(pair.low()));
    }

    /** Where deeds and their times are written. */
    @Component
    static class Acts {

        private final Trail trail;
        private final Clock clock;

        Acts(Trail trail, Clock clock) {
            this.trail = trail;
            this.clock = clock;
        }
    }

    record Request(@Nullable CustomerId other) {
    }

    /** @param because the weak sign that both share, or {@code order}: one order names both, and something contradicts it */
    record Suggestion(String id, CustomerId customer, CustomerId other, String because, Instant at) {
    }

    record Decision(@Nullable Boolean accepted) {
    }

    record Decided(String id, boolean accepted, CustomerId customer) {
    }
}
