package io.wanqu.risk.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.rule.RuleSet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided and why, and what other rules would have decided. */
@RestController
class DecisionController {

    private final Decisions decisions;
    private final DryRun dryRun;
    private final ShopScope scope;

    DecisionController(Decisions decisions, DryRun dryRun, ShopScope scope) {
        this.decisions = decisions;
        this.dryRun = dryRun;
        this.scope = scope;
    }

    /** Newest first; with a subject, those about one order. */
    @GetMapping("/api/v1/risk/decisions")
    Page<View> list(Caller caller, @RequestParam @Nullable String outcome, @RequestParam @Nullable String subject,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.AUDIT_READ);
        var about = subject == null ? null : new Decisions.Subject(shop, Id.parse("subject", subject));
        var ask = PageAsk.of(after, limit);
        var wanted = outcome == null ? null : Outcome.of(outcome);
        return scope.in(shop, () -> about != null ? new Page<>(decisions.about(List.of(about)).stream().map(View::of).toList(), null)
                : page(decisions.list(shop, wanted, ask.before(), ask.limit() + 1), ask));
    }

    @GetMapping("/api/v1/operator/risk/decisions")
    Page<View> ofAll(Caller caller, @RequestParam @Nullable ShopId shop, @RequestParam @Nullable String outcome,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.AUDIT_READ);
        var ask = PageAsk.of(after, limit);
        return page(decisions.list(shop, outcome == null ? null : Outcome.of(outcome), ask.before(), ask.limit() + 1), ask);
    }

    /** What these rules would have made of the profile's decisions of the last day; nothing is changed. */
    @PostMapping("/api/v1/risk/profiles/{profile}/dry-run")
    DryRun.Report dryRun(Caller caller, @PathVariable String profile, @RequestBody Request request) {
        var shop = caller.must(Scope.AUDIT_READ);
        var set = Require.present("/set", request.set, "the rules");
        return dryRun.run(shop, profile, set);
    }

    /** The same for the platform's rules, on the decisions of one shop. */
    @PostMapping("/api/v1/operator/shops/{shop}/risk/profiles/{profile}/dry-run")
    DryRun.Report dryRunPlatform(Caller caller, @PathVariable ShopId shop, @PathVariable String profile, @RequestBody Request request) {
        caller.mustOperate(Scope.AUDIT_READ);
        return dryRun.runPlatform(shop, profile, Require.present("/set", request.set, "the rules"));
    }

    private static Page<View> page(List<Decision> found, PageAsk ask) {
        var page = Page.of(found, ask.limit(), Decision::id);
        return new Page<>(page.items().stream().map(View::of).toList(), page.next());
    }

    record Request(@Nullable RuleSet set) {
    }

    /** @param weight for how many plain permissions like it this one stands */
    record View(String id, String shop, Instant at, String act, String subject, String channel, String profile, String versions,
            Outcome outcome, int score, int weight, List<String> fired, Map<String, Double> numbers, Map<String, List<String>> names) {

        static View of(Decision decision) {
            return new View(Long.toString(decision.id()), decision.shop().text(), decision.at(), decision.act(), Long.toString(decision.subject()),
                    Long.toString(decision.channel()), decision.profile(), decision.versions(), decision.outcome(), decision.score(),
                    decision.weight(), decision.fired(), decision.facts().numbers(), decision.facts().names());
        }
    }
}
