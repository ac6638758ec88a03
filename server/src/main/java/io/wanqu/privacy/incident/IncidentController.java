package io.wanqu.privacy.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.customer.AffectedPeople.Asked;
import io.wanqu.customer.AffectedPeople.Way;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.privacy.CustomerId;
import io.wanqu.privacy.PrivacyProblem;
import io.wanqu.privacy.incident.Incidents.Publication;
import io.wanqu.privacy.incident.Incidents.Step;
import io.wanqu.privacy.incident.Incidents.Text;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's desk for leaks of personal data. */
@RestController
class IncidentController {

    private static final int WORDS_MAX = 4000;

    private final RunIncidents run;
    private final Incidents incidents;
    private final AffectedTable affected;
    private final Clock clock;

    IncidentController(RunIncidents run, Incidents incidents, AffectedTable affected, Clock clock) {
        this.run = run;
        this.incidents = incidents;
        this.affected = affected;
        this.clock = clock;
    }

    /** The clocks run from {@code knownAt}; without it from now. */
    @PostMapping("/api/v1/operator/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    Response open(Caller caller, @RequestBody OpenRequest request) {
        caller.mustOperate(Scope.CUSTOMERS_WRITE);
        var now = clock.instant();
        var known = request.knownAt == null ? now : request.knownAt;
        if (known.isAfter(now)) {
            throw new InvalidValue("/knownAt", "a time that has passed");
        }
        return shown(run.open(Require.text("/title", request.title, 2, 120), Require.text("/description", request.description, 2, WORDS_MAX), known, caller.name()));
    }

    @GetMapping("/api/v1/operator/incidents")
    Page<InList> list(Caller caller, @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        caller.mustOperate(Scope.CUSTOMERS_READ);
        var page = PageAsk.of(after, limit);
        var found = Page.of(incidents.list(page.before(), page.limit() + 1), page.limit(), Incident::id);
        return new Page<>(found.items().stream().map(it -> new InList(Long.toString(it.id()), it.title(), it.knownAt(), it.endedAt(),
                overdue(it))).toList(), found.next());
    }

    @GetMapping("/api/v1/operator/incidents/{incident}")
    Response get(Caller caller, @PathVariable String incident) {
        caller.mustOperate(Scope.CUSTOMERS_READ);
        return shown(Id.parse("incident", incident));
    }

    @PostMapping("/api/v1/operator/incidents/{incident}/notes")
    Response note(Caller caller, @PathVariable String incident, @RequestBody WordsRequest request) {
        var id = mine(caller, incident);
        run.note(id, request.words(), caller.name());
        return shown(id);
    }

    @PutMapping("/api/v1/operator/incidents/{incident}/investigation")
    Response investigate(Caller caller, @PathVariable String incident, @RequestBody WordsRequest request) {
        var id = mine(caller, incident);
        run.investigate(id, request.words(), caller.name());
        return shown(id);
    }

    @PostMapping("/api/v1/operator/incidents/{incident}/publications")
    @ResponseStatus(HttpStatus.CREATED)
    Response publish(Caller caller, @PathVariable String incident, @RequestBody PublishRequest request) {
        var id = mine(caller, incident);
        run.publish(id, new Text(Require.text("/textZh", request.textZh, 10, WORDS_MAX), Require.text("/textEn", request.textEn, 10, WORDS_MAX)), caller.name());
        return shown(id);
    }

    /** Adds those whom the query finds; may be asked again with another one. */
    @PostMapping("/api/v1/operator/incidents/{incident}/affected")
    Found find(Caller caller, @PathVariable String incident, @RequestBody FindRequest request) {
        var id = mine(caller, incident);
        var from = Require.present("/from", request.from, "a time");
        var until = Require.present("/until", request.until, "a time");
        if (!from.isBefore(until)) {
            throw new InvalidValue("/until", "a time after /from");
        }
        var way = switch (request.by == null ? "" : request.by) {
            case "orders" -> Way.ORDERS;
            case "data-uses" -> Way.DATA_USES;
            default -> throw new InvalidValue("/by", "orders or data-uses");
        };
        var added = run.find(id, new Asked(request.shop, from, until, way, request.usedBy), caller.name());
        return new Found(added, affected.count(id));
    }

    @GetMapping("/api/v1/operator/incidents/{incident}/affected")
    Page<Person> affected(Caller caller, @PathVariable String incident, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        caller.mustOperate(Scope.CUSTOMERS_READ);
        var page = PageAsk.of(after, limit);
        var found = Page.of(affected.list(Id.parse("incident", incident), page.before(), page.limit() + 1), page.limit(), it -> it.customer().value());
        return new Page<>(found.items().stream().map(it -> new Person(it.shop(), it.customer(), it.account(), it.foundBy(), it.promise(), it.amount(),
                it.promisedAt(), it.keptAt())).toList(), found.next());
    }

    /** Promises it to everybody on the list who was promised nothing yet. */
    @PutMapping("/api/v1/operator/incidents/{incident}/compensation")
    Response compensate(Caller caller, @PathVariable String incident, @RequestBody CompensateRequest request) {
        var id = mine(caller, incident);
        caller.mustBeFresh();
        run.compensate(id, Require.text("/promise", request.promise, 2, 500), request.amount, caller.name());
        return shown(id);
    }

    @PutMapping("/api/v1/operator/incidents/{incident}/end")
    Response end(Caller caller, @PathVariable String incident, @RequestBody WordsRequest request) {
        var id = mine(caller, incident);
        run.end(id, request.words(), caller.name());
        return shown(id);
    }

    private static long mine(Caller caller, String incident) {
        caller.mustOperate(Scope.CUSTOMERS_WRITE);
        return Id.parse("incident", incident);
    }

    private List<String> overdue(Incident incident) {
        return incident.endedAt() != null ? List.of() : RunIncidents.overdue(incident, clock.instant());
    }

    private Response shown(long id) {
        var found = incidents.find(id).orElseThrow(PrivacyProblem.UnknownIncident::new);
        return new Response(Long.toString(id), found.title(), found.description(), found.knownAt(), found.openedBy(), found.until(), found.done(),
                overdue(found), found.endedAt(), affected.count(id), incidents.publications(id), incidents.steps(id));
    }

    record OpenRequest(@Nullable String title, @Nullable String description, @Nullable Instant knownAt) {
    }

    record WordsRequest(@Nullable String words) {

        public String words() {
            return Require.text("/words", words, 2, WORDS_MAX);
        }
    }

    record PublishRequest(@Nullable String textZh, @Nullable String textEn) {
    }

    /**
     * @param by     orders: everybody who had ordered then; data-uses: those whose data was used then
     * @param usedBy only what this staff member or program used
     */
    record FindRequest(@Nullable ShopId shop, @Nullable Instant from, @Nullable Instant until, @Nullable String by, @Nullable String usedBy) {
    }

    record CompensateRequest(@Nullable String promise, @Nullable Money amount) {
    }

    record Found(int added, long all) {
    }

    record InList(String id, String title, Instant knownAt, @Nullable Instant endedAt, List<String> overdue) {
    }

    /**
     * @param until   when each clock runs out: one hour, 24 hours and 72 hours after it was known
     * @param done    when each was met
     * @param overdue the clocks that have run out
     */
    record Response(String id, String title, String description, Instant knownAt, String openedBy, Incident.Clocks until, Incident.Clocks done,
            List<String> overdue, @Nullable Instant endedAt, long affected, List<Publication> publications, List<Step> steps) {
    }

    record Person(ShopId shop, CustomerId customer, @Nullable AccountId account, String foundBy, @Nullable String promise, @Nullable Money amount,
            @Nullable Instant promisedAt, @Nullable Instant keptAt) {
    }
}
