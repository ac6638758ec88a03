package io.wanqu.aftersale.dispute;

import java.util.List;

import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the platform decides between buyer and shop. */
@RestController
class OperatorCaseController {

    private static final int SHOWN = 200;

    private final DecideCase decide;
    private final Cases cases;
    private final Messages messages;

    OperatorCaseController(DecideCase decide, Cases cases, Messages messages) {
        this.decide = decide;
        this.cases = cases;
        this.messages = messages;
    }

    /** Those that wait for a verdict, the most urgent first. */
    @GetMapping("/api/v1/operator/cases")
    List<CaseView> escalated(Caller caller) {
        caller.mustOperate(Scope.ORDERS_READ);
        return cases.escalated(SHOWN).stream().map(row -> CaseView.of(row, List.of())).toList();
    }

    @GetMapping("/api/v1/operator/shops/{shop}/cases/{id}")
    CaseView get(Caller caller, @PathVariable ShopId shop, @PathVariable String id) {
        caller.mustOperate(Scope.ORDERS_READ);
        return view(decide.find(shop, Id.parse("case", id)));
    }

    /** For the buyer, for the shop, or an amount for the buyer and the rest for the shop. */
    @Idempotent
    @PutMapping("/api/v1/operator/shops/{shop}/cases/{id}/verdict")
    CaseView verdict(Caller caller, @PathVariable ShopId shop, @PathVariable String id, @RequestBody Verdict request) {
        caller.mustOperate(Scope.ORDERS_WRITE);
        var author = new Author("operator", caller.name());
        var number = Id.parse("case", id);
        var reason = Require.text("/reason", request.reason, 2, BuyerCaseController.TEXT_MAX);
        var amount = "split".equals(request.of) ? Long.valueOf(Require.between("/amountMinor", request.amountMinor, 1, Long.MAX_VALUE)) : null;
        var row = switch (request.of == null ? "" : request.of) {
            case "buyer", "split" -> decide.verdict(shop, number, true, amount, author);
            case "shop" -> decide.verdict(shop, number, false, null, author);
            default -> throw new InvalidValue("/of", "buyer, shop or split");
        };
        decide.say(shop, number, author, "message", reason);
        return view(row);
    }

    /** The fund pays at once, and gets it back from the shop. */
    @Idempotent
    @PutMapping("/api/v1/operator/shops/{shop}/cases/{id}/compensation")
    CaseView compensate(Caller caller, @PathVariable ShopId shop, @PathVariable String id) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return view(decide.compensate(shop, Id.parse("case", id), new Author("operator", caller.name())));
    }

    private CaseView view(CaseRow row) {
        return CaseView.of(row, messages.of(row.shop(), row.id()));
    }

    /**
     * What is decided.
     *
     * @param of          buyer, shop or split
     * @param amountMinor for a split: what the buyer gets
     */
    record Verdict(@Nullable String of, @Nullable Long amountMinor, @Nullable String reason) {
    }
}
