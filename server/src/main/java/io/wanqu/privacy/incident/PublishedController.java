package io.wanqu.privacy.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may read of incidents, and what a person reads of those that touch him. */
@RestController
class PublishedController {

    private final Incidents incidents;
    private final AffectedTable affected;

    PublishedController(Incidents incidents, AffectedTable affected) {
        this.incidents = incidents;
        this.affected = affected;
    }

    /** The newest text of each incident that was made public. */
    @GetMapping("/api/v1/incidents")
    Page<Public> published(@RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var page = PageAsk.of(after, limit);
        var found = Page.of(incidents.list(page.before(), page.limit() + 1), page.limit(), Incident::id);
        return new Page<>(found.items().stream().filter(it -> it.done().published() != null).map(this::shown).toList(), found.next());
    }

    @GetMapping("/api/v1/me/incidents")
    List<Mine> mine(Buyer buyer) {
        var mine = new ArrayList<Mine>();
        for (var each : affected.of(buyer.account())) {
            incidents.find(each.incident()).filter(it -> it.done().published() != null)
                    .ifPresent(it -> mine.add(new Mine(shown(it), each.shop(), each.promise(), each.amount(), each.promisedAt(), each.keptAt())));
        }
        return mine;
    }

    private Public shown(Incident incident) {
        var texts = incidents.publications(incident.id());
        return new Public(Long.toString(incident.id()), texts.size(), texts.getLast().textZh(), texts.getLast().textEn(), texts.getFirst().at(),
                texts.getLast().at(), incident.endedAt());
    }

    record Public(String id, int version, String textZh, String textEn, Instant publishedAt, Instant changedAt, @Nullable Instant endedAt) {
    }

    /** @param promise what the person was promised for it */
    record Mine(Public incident, ShopId shop, @Nullable String promise, @Nullable Money amount, @Nullable Instant promisedAt, @Nullable Instant keptAt) {
    }
}
