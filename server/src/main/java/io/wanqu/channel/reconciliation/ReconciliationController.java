package io.wanqu.channel.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.reconciliation.Difference.Action;
import io.wanqu.channel.reconciliation.Differences.Row;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons of a channel's day with ours, what they found, and the one call that repairs a finding. */
@RestController
@RequestMapping("/api/v1/channels/{channel}")
class ReconciliationController {

    private final Reconcile reconcile;
    private final Repair repair;
    private final Differences differences;
    private final Words words;
    private final Channels channels;
    private final ShopScope scope;

    ReconciliationController(Reconcile reconcile, Repair repair, Differences differences, Words words, Channels channels, ShopScope scope) {
        this.reconcile = reconcile;
        this.repair = repair;
        this.differences = differences;
        this.words = words;
        this.channels = channels;
        this.scope = scope;
    }

    /** Compares now; the channel is asked while the caller waits. */
    @PostMapping("/reconciliations")
    @Idempotent
    RunView run(Caller caller, @PathVariable ChannelId channel, @RequestBody DayRequest request, Locale language) {
        var key = key(caller, channel);
        var day = Require.present("/day", request.day, "a day, for example 2026-11-20");
        scope.in(key.shop(), () -> channels.get(key));
        var run = reconcile.run(key, day);
        return new RunView(run.day(), run.state(), run.orders(), run.code(), list(key, day, false, language));
    }

    @GetMapping("/differences")
    List<DifferenceView> differences(Caller caller, @PathVariable ChannelId channel, @RequestParam LocalDate day,
            @RequestParam(defaultValue = "false") boolean all, Locale language) {
        return list(key(caller, channel), day, all, language);
    }

    @PostMapping("/differences/{difference}/repair")
    @Idempotent
    DifferenceView repair(Caller caller, @PathVariable ChannelId channel, @PathVariable String difference,
            @RequestBody RepairRequest request) {
        var key = key(caller, channel);
        var action = request.action == null ? null
                : Action.of(request.action).orElseThrow(() -> new InvalidValue("/action", "the proposed action, or explain"));
        var wanted = new Repair.Wish(Id.parse("difference", difference), action, caller.name(), request.note);
        return scope.in(key.shop(), () -> view(repair.repair(key, wanted), LocaleContextHolder.getLocale()));
    }

    private List<DifferenceView> list(ChannelKey key, LocalDate day, boolean all, Locale language) {
        return scope.in(key.shop(), () -> differences.of(key, day, all)).stream().map(row -> view(row, language)).toList();
    }

    private DifferenceView view(Row row, Locale language) {
        return new DifferenceView(Long.toString(row.id()), row.day(), row.code(), words.explain(row.code(), row.known(), language),
                row.action(), words.text(row.action(), language), row.state(), row.foundAt(), row.doneBy(), row.note());
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    record DayRequest(@Nullable LocalDate day) {
    }

    record RepairRequest(@Nullable String action, @Nullable String note) {
    }

    record RunView(LocalDate day, String state, int orders, @Nullable String failure, List<DifferenceView> differences) {
    }

    record DifferenceView(String id, LocalDate day, String code, String explanation, String action, String actionText, String state,
            Instant foundAt, @Nullable String doneBy, @Nullable String note) {
    }
}
