package io.wanqu.shop.opening;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.opening.ApplicationController.Response;
import io.wanqu.shop.opening.HoldingRules.Kind;

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

/** The operator's side of opening shops: the rule, the queue, and who opens too many. */
@RestController
class OperatorController {

    private static final int REASON_MAX = 200;

    private final HoldingRules rules;
    private final Applications applications;
    private final ApplyForShop applyForShop;
    private final Flags flags;

    OperatorController(HoldingRules rules, Applications applications, ApplyForShop applyForShop, Flags flags) {
        this.rules = rules;
        this.applications = applications;
        this.applyForShop = applyForShop;
        this.flags = flags;
    }

    @GetMapping("/api/v1/operator/shop-holding-rules")
    Rules rules(Caller caller) {
        caller.mustOperate(Scope.SHOP_READ);
        return new Rules(Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::text, rules::most)), rules.all());
    }

    /** From a day on; what held before stays written. */
    @PostMapping("/api/v1/operator/shop-holding-rules")
    @ResponseStatus(HttpStatus.CREATED)
    Rules rule(Caller caller, @RequestBody RuleRequest request) {
        caller.mustOperate(Scope.SHOP_WRITE);
        var from = request.from == null ? rules.today() : request.from;
        if (from.isBefore(rules.today())) {
            throw new InvalidValue("/from", "today or a day to come");
        }
        if (!rules.add(kind(request.kind), from, Require.between("/most", request.most, 0, 1_000), caller.name(),
                Require.text("/reason", request.reason, 1, REASON_MAX))) {
            throw new InvalidValue("/from", "a day on which no other rule for this kind begins");
        }
        return rules(caller);
    }

    @GetMapping("/api/v1/operator/shop-applications")
    Page<Response> applications(Caller caller, @RequestParam @Nullable String state, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.SHOP_READ);
        var ask = PageAsk.of(after, limit);
        var page = Page.of(applications.all(state, ask.before(), ask.limit() + 1), ask.limit(), Application::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @PutMapping("/api/v1/operator/shop-applications/{application}/approval")
    Response approve(Caller caller, @PathVariable String application, @RequestBody Verdict verdict) {
        caller.mustOperate(Scope.SHOP_WRITE);
        return Response.of(applyForShop.approve(Id.parse("application", application), caller.name(), reason(verdict)));
    }

    @PutMapping("/api/v1/operator/shop-applications/{application}/refusal")
    Response refuse(Caller caller, @PathVariable String application, @RequestBody Verdict verdict) {
        caller.mustOperate(Scope.SHOP_WRITE);
        return Response.of(applyForShop.refuse(Id.parse("application", application), caller.name(), reason(verdict)));
    }

    @GetMapping("/api/v1/operator/shop-flags")
    List<Flags.Flag> flags(Caller caller) {
        caller.mustOperate(Scope.SHOP_READ);
        return flags.all();
    }

    private static String reason(Verdict verdict) {
        return Require.text("/reason", verdict.reason, 1, REASON_MAX);
    }

    private static Kind kind(@Nullable String text) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.text().equals(text)).findFirst()
                .orElseThrow(() -> new InvalidValue("/kind", "individual or company"));
    }

    record RuleRequest(@Nullable String kind, @Nullable LocalDate from, @Nullable Integer most, @Nullable String reason) {
    }

    record Verdict(@Nullable String reason) {
    }

    /** @param now what holds today, by kind */
    record Rules(Map<String, Integer> now, List<HoldingRules.Rule> rows) {
    }
}
