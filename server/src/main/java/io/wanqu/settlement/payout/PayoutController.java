package io.wanqu.settlement.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.settlement.Inputs.AmountRequest;
import io.wanqu.settlement.SettlementProblem.UnknownPayout;
import io.wanqu.settlement.payout.Payouts.Payout;
import io.wanqu.settlement.payout.Receivers.Receiver;

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

/** A shop draws its money; somebody of the platform approves or rejects it. */
@RestController
class PayoutController {

    private final DrawMoney draw;
    private final Payouts payouts;
    private final Receivers receivers;
    private final GuardPath guard;
    private final ShopDesk desk;
    private final Trail trail;

    PayoutController(DrawMoney draw, Payouts payouts, Receivers receivers, GuardPath guard, ShopDesk desk, Trail trail) {
        this.draw = draw;
        this.payouts = payouts;
        this.receivers = receivers;
        this.guard = guard;
        this.desk = desk;
        this.trail = trail;
    }

    @PostMapping("/api/v1/payout-receivers")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ReceiverResponse add(Caller caller, @RequestBody ReceiverRequest request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        caller.mustBeFresh();
        var receiver = new Receiver(desk.ids().next(), Require.text("/rail", request.rail, 1, 40), Require.text("/account", request.account, 1, 64));
        var there = desk.scope().in(shop, () -> receivers.of(shop)).stream().filter(it -> it.rail().equals(receiver.rail())).count();
        guard.mustAllowReceivers(receiver.rail(), (int) there + 1);
        if (!desk.scope().in(shop, () -> added(shop, receiver, caller.name()))) {
            throw new InvalidValue("/account", "an account that is no receiver yet");
        }
        return ReceiverResponse.of(receiver);
    }

    private boolean added(ShopId shop, Receiver receiver, String by) {
        var added = receivers.add(shop, receiver, by);
        if (added) {
            trail.note(Note.of(shop, "payout-receiver.added", "receiver", receiver.id()).after(Map.of("rail", receiver.rail())));
        }
        return added;
    }

    @GetMapping("/api/v1/payout-receivers")
    List<ReceiverResponse> receivers(Caller caller) {
        var shop = caller.must(Scope.LEDGER_READ);
        return desk.scope().in(shop, () -> receivers.of(shop)).stream().map(ReceiverResponse::of).toList();
    }

    @PostMapping("/api/v1/payouts")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    Response request(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        caller.mustBeFresh();
        return noted("payout.requested", () -> draw.request(shop, Id.parse("/receiver", request.receiver == null ? "" : request.receiver),
                AmountRequest.read("/amount", request.amount), name(caller)));
    }

    @GetMapping("/api/v1/payouts")
    Page<Response> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.LEDGER_READ);
        var ask = PageAsk.of(after, limit);
        var page = Page.of(desk.scope().in(shop, () -> payouts.list(shop, ask.before(), ask.limit() + 1)), ask.limit(), Payout::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @GetMapping("/api/v1/payouts/{payout}")
    Response get(Caller caller, @PathVariable long payout) {
        var shop = caller.must(Scope.LEDGER_READ);
        return desk.scope().in(shop, () -> payouts.find(shop, payout)).map(Response::of)
                .orElseThrow(() -> new UnknownPayout(Long.toString(payout)));
    }

    @PutMapping("/api/v1/operator/shops/{shop}/payouts/{payout}/approval")
    Response approve(Caller caller, @PathVariable ShopId shop, @PathVariable long payout) {
        caller.mustOperate(Scope.MONEY_WRITE);
        caller.mustBeFresh();
        return noted("payout.approved", () -> draw.approve(shop, payout, name(caller)));
    }

    @PutMapping("/api/v1/operator/shops/{shop}/payouts/{payout}/rejection")
    Response reject(Caller caller, @PathVariable ShopId shop, @PathVariable long payout, @RequestBody Rejection rejection) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return noted("payout.rejected", () -> draw.reject(shop, payout, name(caller), Require.text("/reason", rejection.reason, 1, 200)));
    }

    private Response noted(String action, Supplier<Payout> work) {
        return Response.of(trail.doing(work, payout -> Note.of(payout.shop(), action, "payout", payout.id()).after(Response.of(payout))));
    }

    /** The platform's people and a shop's may be called alike. */
    private static String name(Caller caller) {
        return (caller.shop().equals(ShopId.PLATFORM) ? "platform: " : "shop: ") + caller.name();
    }

    record ReceiverRequest(@Nullable String rail, @Nullable String account) {
    }

    record ReceiverResponse(String id, String rail, String account) {

        static ReceiverResponse of(Receiver receiver) {
            return new ReceiverResponse(Long.toString(receiver.id()), receiver.rail(), receiver.account());
        }
    }

    record Request(@Nullable String receiver, @Nullable AmountRequest amount) {
    }

    record Rejection(@Nullable String reason) {
    }

    record Response(String id, String receiver, String rail, Money amount, String state, String requestedBy, Instant requestedAt,
            @Nullable String decidedBy, @Nullable Instant endedAt, @Nullable String reason) {

        static Response of(Payout payout) {
            return new Response(Long.toString(payout.id()), Long.toString(payout.receiver().id()), payout.receiver().rail(), payout.amount(),
                    payout.state(), payout.requestedBy(), payout.requestedAt(), payout.decidedBy(), payout.endedAt(), payout.reason());
        }
    }
}
