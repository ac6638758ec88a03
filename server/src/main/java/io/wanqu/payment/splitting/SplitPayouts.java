package io.wanqu.payment.splitting;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.payment.PaysOut;
import io.wanqu.payment.account.RailAccounts;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.SplitRail;
import io.wanqu.payment.rail.SplitRail.Receiver;
import io.wanqu.payment.rail.SplitRail.SplitAsked;
import io.wanqu.payment.rail.SplitRail.Splitting;

/** Pays a shop by splitting its frozen payments to its own receiver; with the last part of a payment its rest is released. */
final class SplitPayouts implements PaysOut {

    /** An account whose payments are frozen to be shared has this key. */
    static final String SHARING = "sharing";

    private final SplitRail rail;
    private final String kind;
    private final RailAccounts accounts;
    private final PlanSplits plan;
    private final Splits splits;
    private final Clock clock;

    /** @param kind what the rail calls a receiver that is a merchant */
    SplitPayouts(SplitRail rail, String kind, RailAccounts accounts, PlanSplits plan, Splits splits, Clock clock) {
        this.rail = rail;
        this.kind = kind;
        this.accounts = accounts;
        this.plan = plan;
        this.splits = splits;
        this.clock = clock;
    }

    @Override
    public String rail() {
        return rail.name();
    }

    @Override
    public Way way() {
        return Way.SPLIT;
    }

    /**
     * A part that the rail refused is planned anew while others arrived; nothing arrived, and nothing that other payouts have under
     * way could make room, is a failure of the whole.
     */
    @Override
    public Outcome pay(Payout payout) {
        var sharing = accounts.ofRail(payout.shop(), rail.name()).stream().filter(account -> account.keys().has(SHARING)).toList();
        var parts = plan.of(payout, rail.name(), sharing.stream().map(account -> account.key().id()).toList());
        parts.stream().filter(part -> part.state() == Split.State.DUE).forEach(part -> carryOut(part, sharing));
        var now = splits.ofPayout(payout.shop(), Long.parseLong(payout.number()));
        var done = now.stream().filter(part -> part.state() == Split.State.DONE).mapToLong(part -> part.amount().minor()).sum();
        if (done == payout.amount().minor()) {
            return new Outcome(Outcome.State.SUCCEEDED, "");
        }
        if (done == 0 && now.stream().allMatch(part -> part.state() == Split.State.FAILED) && !splits.underWay(payout.shop(), rail.name())) {
            return new Outcome(Outcome.State.FAILED, now.isEmpty() ? "so much of the frozen payments may not be split off" : "the rail refused every part");
        }
        return new Outcome(Outcome.State.PENDING, "");
    }

    private void carryOut(Split part, List<RailAccount> sharing) {
        var account = sharing.stream().filter(each -> each.key().id() == part.account()).findFirst()
                .orElseThrow(() -> new IllegalStateException("no account " + part.account()));
        try {
            var receiver = receiver(part);
            rail.bind(account, receiver);
            var asked = asked(part, receiver);
            var answer = rail.split(account, asked);
            end(part, answer.state() == Splitting.State.PROCESSING ? rail.splitState(account, asked) : answer);
        } catch (RailException e) {
            if (e.retryable()) {
                throw e;
            }
            splits.end(part, Split.State.FAILED, e.getMessage(), clock.instant());
        }
    }

    private void end(Split part, Splitting answer) {
        switch (answer.state()) {
            case DONE -> splits.end(part, Split.State.DONE, null, clock.instant());
            case FAILED -> splits.end(part, Split.State.FAILED, answer.why(), clock.instant());
            case PROCESSING, MISSING -> { }
        }
    }

    /** What the rail itself says of these parts, asked one by one: those that it has made. */
    List<Split> confirmed(List<Split> parts) {
        return parts.stream().filter(part -> accounts.byId(part.account())
                .map(account -> rail.splitState(account, asked(part, receiver(part))).state() == Splitting.State.DONE)
                .orElse(false)).collect(Collectors.toList());
    }

    private SplitAsked asked(Split part, Receiver receiver) {
        return new SplitAsked(part.payment(), Long.toString(part.id()),
                List.of(new SplitRail.Part(receiver, part.amount(), "payout " + part.payout())), part.last());
    }

    private Receiver receiver(Split part) {
        return new Receiver(kind, part.receiver(), null, "STORE_OWNER");
    }
}
