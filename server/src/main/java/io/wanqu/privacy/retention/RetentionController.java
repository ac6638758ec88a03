package io.wanqu.privacy.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.privacy.retention.Rules.Rule;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long what is kept, for everybody to read; the operator changes it and sees what was destroyed. */
@RestController
class RetentionController {

    private static final int DAYS_MAX = 36_500;
    private static final int TEXT_MAX = 300;

    private final Rules rules;
    private final KeepNoLonger keepNoLonger;
    private final Trail trail;
    private final Clock clock;

    RetentionController(Rules rules, KeepNoLonger keepNoLonger, Trail trail, Clock clock) {
        this.rules = rules;
        this.keepNoLonger = keepNoLonger;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/api/v1/retention-rules")
    List<Rule> rules() {
        return rules.all(today());
    }

    /** Holds from a day on; until then the rule before it holds. */
    @PutMapping("/api/v1/operator/retention-rules/{kind}")
    List<Rule> change(Caller caller, @PathVariable String kind, @RequestBody Request request) {
        caller.mustOperate(Scope.CUSTOMERS_WRITE);
        caller.mustBeFresh();
        var before = rules.on(today()).get(kind);
        if (before == null) {
            throw new InvalidValue("kind", "one of " + String.join(", ", rules.on(today()).keySet().stream().sorted().toList()));
        }
        var rule = new Rule(kind, Require.present("/fromDay", request.fromDay, "a day"), Require.between("/keepDays", request.keepDays, 1, DAYS_MAX),
                Require.present("/erasable", request.erasable, "true or false"), Require.text("/whyEn", request.whyEn, 1, TEXT_MAX),
                Require.text("/whyZh", request.whyZh, 1, TEXT_MAX), Require.text("/source", request.source, 1, TEXT_MAX));
        return trail.doing(() -> {
            rules.put(rule);
            return rules.all(today());
        }, all -> new Note(ShopId.PLATFORM, "retention-rule.changed", "retention-rule:" + kind, before, rule));
    }

    @GetMapping("/api/v1/operator/retention-runs")
    Page<Run> runs(Caller caller, @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        caller.mustOperate(Scope.CUSTOMERS_READ);
        var page = PageAsk.of(after, limit);
        var found = Page.of(keepNoLonger.runs(page.before(), page.limit() + 1), page.limit(), KeepNoLonger.Run::id);
        return new Page<>(found.items().stream().map(it -> new Run(Long.toString(it.id()), it.kind(), it.keepDays(), it.olderThan(), it.removed(),
                it.finished(), it.ranAt())).toList(), found.next());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    record Request(@Nullable LocalDate fromDay, @Nullable Integer keepDays, @Nullable Boolean erasable, @Nullable String whyEn,
            @Nullable String whyZh, @Nullable String source) {
    }

    record Run(String id, String kind, int keepDays, Instant olderThan, long removed, boolean finished, Instant ranAt) {
    }
}
