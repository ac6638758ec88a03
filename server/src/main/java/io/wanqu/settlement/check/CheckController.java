package io.wanqu.settlement.check;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.settlement.Inputs;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks a day against a rail's bill, and ends what was found. */
@RestController
class CheckController {

    private static final String CHECK = "/api/v1/operator/shops/{shop}/bill-checks/{rail}/{day}";
    private static final String DIFFERENCES = "/api/v1/operator/shops/{shop}/bill-differences";

    private static final int CHECKS_SHOWN = 200;

    private final CheckDaily check;
    private final Differences differences;
    private final Repair repair;

    CheckController(CheckDaily check, Differences differences, Repair repair) {
        this.check = check;
        this.differences = differences;
        this.repair = repair;
    }

    /** Which days were checked, the latest first. */
    @GetMapping("/api/v1/operator/shops/{shop}/bill-checks")
    List<Differences.Check> checks(Caller caller, @PathVariable ShopId shop) {
        caller.mustOperate(Scope.LEDGER_READ);
        return differences.checks(shop, CHECKS_SHOWN);
    }

    @PutMapping(CHECK)
    CheckBills.Outcome check(Caller caller, @PathVariable ShopId shop, @PathVariable String rail, @PathVariable String day) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return check.check(shop, rail, Inputs.day("day", day));
    }

    @GetMapping(DIFFERENCES)
    Page<Response> list(Caller caller, @PathVariable ShopId shop, @RequestParam @Nullable String state, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.LEDGER_READ);
        return page(shop, state, after, limit);
    }

    /** Where something waits for a person, whichever shop it is. */
    @GetMapping("/api/v1/operator/bill-differences")
    Page<Response> ofAll(Caller caller, @RequestParam @Nullable String state, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.LEDGER_READ);
        return page(null, state, after, limit);
    }

    private Page<Response> page(@Nullable ShopId shop, @Nullable String state, @Nullable String after, @Nullable String limit) {
        var ask = PageAsk.of(after, limit);
        var page = Page.of(differences.list(shop, state, ask.before(), ask.limit() + 1), ask.limit(), Difference.Kept::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @PutMapping(DIFFERENCES + "/{difference}/correction")
    Response correct(Caller caller, @PathVariable ShopId shop, @PathVariable long difference, @RequestBody Note note) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return Response.of(repair.correct(shop, difference, Require.text("/note", note.note, 1, 200), caller.name()));
    }

    @PutMapping(DIFFERENCES + "/{difference}/explanation")
    Response explain(Caller caller, @PathVariable ShopId shop, @PathVariable long difference, @RequestBody Note note) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return Response.of(repair.explain(shop, difference, Require.text("/note", note.note, 1, 200), caller.name()));
    }

    record Note(@Nullable String note) {
    }

    record Response(String id, ShopId shop, String rail, String day, String movement, String number, String kind, String currency,
            @Nullable Long booksMinor, @Nullable Long ownMinor, @Nullable Long billMinor, @Nullable Long feeMinor, String proposal,
            String state, @Nullable String note) {

        static Response of(Difference.Kept kept) {
            var what = kept.what();
            return new Response(Long.toString(kept.id()), kept.shop(), kept.rail(), kept.day().toString(), what.movement().name().toLowerCase(Locale.ROOT),
                    what.number(), what.kind().text(), what.currency(), what.books(), what.own(), what.bill(), what.fee(), kept.proposal(),
                    kept.state(), kept.note());
        }
    }
}
