package io.wanqu.settlement.terms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.settlement.Inputs;
import io.wanqu.settlement.SettlementProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's terms: what a sale costs, what a rail may do. */
@RestController
class TermsController {

    private static final int WHOLE = 10_000;
    private static final int HOURS_MAX = 8_760;
    private static final int DAYS_MAX = 3_650;
    private static final int RECEIVERS_MAX = 100_000;
    private static final int HOURS_A_DAY = 24;

    private final SaleTerms saleTerms;
    private final KnownTerms known;
    private final RailTerms railTerms;
    private final Ids ids;
    private final Clock clock;
    private final Trail trail;

    TermsController(SaleTerms saleTerms, KnownTerms known, RailTerms railTerms, Ids ids, Clock clock, Trail trail) {
        this.saleTerms = saleTerms;
        this.known = known;
        this.railTerms = railTerms;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    /** Terms begin now or later: what was sold was sold under the old ones. */
    @PostMapping("/api/v1/operator/sale-terms")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    SaleResponse add(Caller caller, @RequestBody SaleRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var now = clock.instant();
        var from = request.from == null ? now : request.from;
        if (from.isBefore(now)) {
            throw new InvalidValue("/from", "a time to come, or none for now");
        }
        var row = new SaleTerms.Row(request.shop == null ? ShopId.PLATFORM : request.shop, ids.next(), request.channel,
                Require.between("/commissionBasisPoints", request.commissionBasisPoints, 0, WHOLE),
                Require.between("/drawAfterHours", request.drawAfterHours, 0, HOURS_MAX), from, Require.text("/reason", request.reason, 1, 200));
        mustFitTheRails(row);
        trail.doing(() -> {
            saleTerms.add(row, caller.name());
            return row;
        }, added -> Note.of(added.shop(), "sale-terms.added", "sale-terms", added.id()).after(SaleResponse.of(added)));
        known.forget();
        return SaleResponse.of(row);
    }

    private void mustFitTheRails(SaleTerms.Row row) {
        railTerms.tightest().ifPresent(limit -> {
            if (row.commissionBasisPoints() > limit.splitMaxBasisPoints()) {
                throw new SettlementProblem.OutsideRailLimits(limit.rail(), "splitMaxBasisPoints", row.commissionBasisPoints(),
                        limit.splitMaxBasisPoints());
            }
            if (row.drawAfterHours() > limit.freezeDaysMax() * HOURS_A_DAY) {
                throw new SettlementProblem.OutsideRailLimits(limit.rail(), "freezeDaysMax", row.drawAfterHours() / HOURS_A_DAY,
                        limit.freezeDaysMax());
            }
        });
    }

    @GetMapping("/api/v1/operator/sale-terms")
    List<SaleResponse> ofShop(Caller caller, @RequestParam @Nullable ShopId shop) {
        caller.mustOperate(Scope.LEDGER_READ);
        return saleTerms.of(shop == null ? ShopId.PLATFORM : shop).stream().map(SaleResponse::of).toList();
    }

    @PostMapping("/api/v1/operator/rail-terms")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    RailTerms.Row add(Caller caller, @RequestBody RailRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var min = Require.between("/payoutMinMinor", request.payoutMinMinor, 1, Long.MAX_VALUE);
        var row = new RailTerms.Row(Require.text("/rail", request.rail, 1, 40), Inputs.day("/from", request.from),
                Require.present("/licensed", request.licensed, "true or false"),
                Require.between("/splitMaxBasisPoints", request.splitMaxBasisPoints, 0, WHOLE),
                Require.between("/freezeDaysMax", request.freezeDaysMax, 1, DAYS_MAX),
                Require.between("/feeBasisPoints", request.feeBasisPoints, 0, WHOLE),
                Require.between("/receiversMax", request.receiversMax, 1, RECEIVERS_MAX), min,
                Require.between("/payoutMaxMinor", request.payoutMaxMinor, min, Long.MAX_VALUE), Require.text("/source", request.source, 1, 200));
        if (!trail.doing(() -> railTerms.add(row), added -> added
                ? new Note(ShopId.PLATFORM, "rail-terms.added", "rail:" + row.rail(), null, row) : null)) {
            throw new InvalidValue("/from", "a day on which no other terms of this rail begin");
        }
        return row;
    }

    @GetMapping("/api/v1/operator/rail-terms")
    List<RailTerms.Row> rails(Caller caller) {
        caller.mustOperate(Scope.LEDGER_READ);
        return railTerms.all();
    }

    record SaleRequest(@Nullable ShopId shop, @Nullable ChannelId channel, @Nullable Integer commissionBasisPoints,
            @Nullable Integer drawAfterHours, @Nullable Instant from, @Nullable String reason) {
    }

    record SaleResponse(String id, String shop, @Nullable ChannelId channel, int commissionBasisPoints, int drawAfterHours, Instant from,
            String reason) {

        static SaleResponse of(SaleTerms.Row row) {
            return new SaleResponse(Long.toString(row.id()), row.shop().text(), row.channel(), row.commissionBasisPoints(), row.drawAfterHours(),
                    row.from(), row.reason());
        }
    }

    record RailRequest(@Nullable String rail, @Nullable String from, @Nullable Boolean licensed, @Nullable Integer splitMaxBasisPoints,
            @Nullable Integer freezeDaysMax, @Nullable Integer feeBasisPoints, @Nullable Integer receiversMax, @Nullable Long payoutMinMinor,
            @Nullable Long payoutMaxMinor, @Nullable String source) {
    }
}
