package io.wanqu.aftersale.dispute;

import java.util.List;
import java.util.Set;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.aftersale.dispute.OpenCase.Complaint;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.viewing.OpenOrder;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer complains about his order, says and shows why, and contests a refusal. */
@RestController
@RequestMapping("/api/v1/shops/{slug}/orders/{number}/cases")
class BuyerCaseController {

    static final int TEXT_MAX = 2000;
    private static final Set<String> KINDS = Set.of("refund", CaseRow.EXCHANGE, CaseRow.PARTIAL);
    private static final int UNITS_MAX = 1000;

    private final OpenOrder openOrder;
    private final OpenCase openCase;
    private final DecideCase decide;
    private final Cases cases;
    private final Messages messages;

    BuyerCaseController(OpenOrder openOrder, OpenCase openCase, DecideCase decide, Cases cases, Messages messages) {
        this.openOrder = openOrder;
        this.openCase = openCase;
        this.decide = decide;
        this.cases = cases;
        this.messages = messages;
    }

    @Idempotent
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CaseView open(@PathVariable String slug, @PathVariable OrderId number, @RequestBody Opening request, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        return view(openCase.open(shop, number, request.complaint()));
    }

    @GetMapping
    List<CaseView> list(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        return cases.of(shop, number).stream().map(this::view).toList();
    }

    @Idempotent
    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView say(@PathVariable String slug, @PathVariable OrderId number, @PathVariable String id, @RequestBody Saying request,
            HttpServletRequest http) {
        var row = find(slug, number, id, http);
        decide.say(row.shop(), row.id(), Author.BUYER, request.checkedKind(), request.checkedText());
        return view(row);
    }

    @PutMapping("/{id}/escalation")
    CaseView escalate(@PathVariable String slug, @PathVariable OrderId number, @PathVariable String id, @RequestBody Saying request,
            HttpServletRequest http) {
        var row = find(slug, number, id, http);
        return view(decide.escalate(row.shop(), row.id(), request.checkedText()));
    }

    @PutMapping("/{id}/withdrawal")
    CaseView withdraw(@PathVariable String slug, @PathVariable OrderId number, @PathVariable String id, HttpServletRequest http) {
        var row = find(slug, number, id, http);
        return view(decide.withdraw(row.shop(), row.id()));
    }

    /** A case of another order is none: the order's secret opens that order alone. */
    private CaseRow find(String slug, OrderId number, String id, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        var caseId = Id.parse("case", id);
        return cases.find(shop, caseId).filter(row -> row.order().equals(number)).orElseThrow(() -> new AftersaleProblem.UnknownCase(caseId));
    }

    private CaseView view(CaseRow row) {
        return CaseView.of(row, messages.of(row.shop(), row.id()));
    }

    /** @param kind refund, exchange or partial */
    record Opening(@Nullable String kind, @Nullable Integer line, @Nullable List<Integer> units, @Nullable Long amountMinor,
            @Nullable String text) {

        Complaint complaint() {
            var wanted = Require.present("/kind", kind, "refund, exchange or partial");
            if (!KINDS.contains(wanted)) {
                throw new InvalidValue("/kind", "refund, exchange or partial");
            }
            var partial = wanted.equals(CaseRow.PARTIAL);
            return new Complaint(wanted, Require.between("/line", line, 1, UNITS_MAX),
                    units == null ? Set.of() : Set.copyOf(Require.items("/units", units, 1, UNITS_MAX)),
                    partial ? Require.between("/amountMinor", amountMinor, 1, Long.MAX_VALUE) : null, Require.text("/text", text, 2, TEXT_MAX));
        }

        @Override
        public String toString() {
            return "Opening[" + kind + ", line=" + line + "]";
        }
    }

    /** @param kind message or evidence; left out, a message */
    record Saying(@Nullable String kind, @Nullable String text) {

        String checkedKind() {
            if (kind != null && !kind.equals("message") && !kind.equals("evidence")) {
                throw new InvalidValue("/kind", "message or evidence");
            }
            return kind == null ? "message" : kind;
        }

        String checkedText() {
            return Require.text("/text", text, 2, TEXT_MAX);
        }

        @Override
        public String toString() {
            return "Saying[" + kind + "]";
        }
    }
}
