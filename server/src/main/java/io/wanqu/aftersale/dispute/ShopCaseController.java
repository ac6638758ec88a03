package io.wanqu.aftersale.dispute;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.dispute.BuyerCaseController.Saying;
import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

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

/** Where a shop's staff answer complaints, and say how long they stand for their goods. */
@RestController
class ShopCaseController {

    private static final int HOURS_MAX = 87_600;

    private final DecideCase decide;
    private final Cases cases;
    private final Messages messages;
    private final Warranties warranties;
    private final ShopScope scope;
    private final Clock clock;

    ShopCaseController(DecideCase decide, Cases cases, Messages messages, Warranties warranties, ShopScope scope, Clock clock) {
        this.decide = decide;
        this.cases = cases;
        this.messages = messages;
        this.warranties = warranties;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases")
    Page<CaseView> list(Caller caller, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.ORDERS_READ);
        var page = PageAsk.of(after, limit);
        var rows = Page.of(scope.in(shop, () -> cases.list(shop, state, page.before(), page.limit() + 1)), page.limit(), CaseRow::id);
        return new Page<>(rows.items().stream().map(row -> CaseView.of(row, List.of())).toList(), rows.next());
    }

    @GetMapping("/api/v1/cases/{id}")
    CaseView get(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.ORDERS_READ);
        return scope.in(shop, () -> view(cases.find(shop, number(id)).orElseThrow(() -> new AftersaleProblem.UnknownCase(number(id)))));
    }

    /** The shop gives in: to all that is asked for, or, when the buyer wants money, to a part of it. */
    @Idempotent
    @PutMapping("/api/v1/cases/{id}/agreement")
    CaseView agree(Caller caller, @PathVariable String id, @RequestBody Agreement request) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        var amount = request.amountMinor == null ? null : Long.valueOf(Require.between("/amountMinor", request.amountMinor, 1, Long.MAX_VALUE));
        return view(decide.agree(shop, number(id), amount, author(caller)));
    }

    @Idempotent
    @PutMapping("/api/v1/cases/{id}/refusal")
    CaseView refuse(Caller caller, @PathVariable String id, @RequestBody Saying request) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        return view(decide.refuse(shop, number(id), request.checkedText(), author(caller)));
    }

    @Idempotent
    @PostMapping("/api/v1/cases/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView say(Caller caller, @PathVariable String id, @RequestBody Saying request) {
        var shop = caller.must(Scope.ORDERS_WRITE);
        decide.say(shop, number(id), author(caller), request.checkedKind(), request.checkedText());
        return get(caller, id);
    }

    @GetMapping("/api/v1/warranties")
    List<Warranties.Warranty> warranties(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> warranties.all(shop));
    }

    /** The subject is pool or product; nought hours mean none at all. */
    @PutMapping("/api/v1/warranties/{subject}/{id}")
    List<Warranties.Warranty> warranty(Caller caller, @PathVariable String subject, @PathVariable String id,
            @RequestBody Map<String, @Nullable Integer> request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        if (!subject.equals("pool") && !subject.equals("product")) {
            throw new InvalidValue("subject", "pool or product");
        }
        var hours = Require.between("/hours", request.get("hours"), 0, HOURS_MAX);
        var warranty = new Warranties.Warranty(subject, Long.toString(Id.parse("id", id)), hours, clock.instant());
        return scope.in(shop, () -> {
            warranties.set(shop, warranty, caller.name());
            return warranties.all(shop);
        });
    }

    private static Author author(Caller caller) {
        return new Author(caller.shop().equals(ShopId.PLATFORM) ? "operator" : "shop", caller.name());
    }

    private static long number(String id) {
        return Id.parse("case", id);
    }

    private CaseView view(CaseRow row) {
        return CaseView.of(row, messages.of(row.shop(), row.id()));
    }

    /** @param amountMinor left out, all that is asked for */
    record Agreement(@Nullable Long amountMinor) {
    }
}
