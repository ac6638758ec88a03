package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.inventory.HoldAsk;
import io.wanqu.inventory.HoldAsk.Who;
import io.wanqu.inventory.HoldOutcome;
import io.wanqu.inventory.HoldStock;
import io.wanqu.inventory.ReleaseStock;
import io.wanqu.inventory.ReleaseStock.Holding;
import io.wanqu.inventory.waiting.WaitingList;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.vault.ChooseCards;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Second step of placing: sets the stock aside, and the very cards where the buyer picked them. */
@Component
class HoldDrafts {

    private final HoldStock holdStock;
    private final ReleaseStock releaseStock;
    private final ChooseCards chooseCards;
    private final WaitingList waitingList;
    private final OrderSecrets secrets;

    HoldDrafts(HoldStock holdStock, ReleaseStock releaseStock, ChooseCards chooseCards, WaitingList waitingList,
            OrderSecrets secrets) {
        this.holdStock = holdStock;
        this.releaseStock = releaseStock;
        this.chooseCards = chooseCards;
        this.waitingList = waitingList;
        this.secrets = secrets;
    }

    /** Holds for buyers of the own page, under the shop's caps and for as long as its policy says. */
    void hold(Map<Draft, PlaceAsk> asks) {
        var open = asks.keySet().stream().filter(Draft::open).toList();
        hold(open, draft -> ask(draft, who(draft.shop, asks.get(draft).buyer()), null, asks.get(draft).waitingFor()));
        open.stream().filter(Draft::open).forEach(this::choose);
        releaseRefused(open);
        open.stream().filter(draft -> draft.open() && asks.get(draft).waitingFor() != null)
                .forEach(draft -> waitingList.taken(draft.shop, List.of(asks.get(draft).waitingFor())));
    }

    /** Holds for orders that stand unpaid on a channel, which keeps its own caps and its own clock. */
    void holdFor(List<Draft> drafts, Instant until) {
        hold(drafts, draft -> ask(draft, Who.NOBODY, until, null));
    }

    private void hold(List<Draft> drafts, Function<Draft, HoldAsk> toAsk) {
        var outcomes = holdStock.hold(drafts.stream().map(toAsk).toList());
        for (var i = 0; i < drafts.size(); i++) {
            switch (outcomes.get(i)) {
                case HoldOutcome.Held held -> drafts.get(i).payUntil = held.until();
                case HoldOutcome.Refused refused -> drafts.get(i).refuse(refused.why());
            }
        }
    }

    private static HoldAsk ask(Draft draft, Who who, @Nullable Instant until, @Nullable Long replaces) {
        return new HoldAsk(draft.shop, draft.channel, draft.order.value(),
                draft.lines.stream().map(line -> new HoldAsk.Line(line.number(), line.pool(), line.quantity())).toList(),
                who, until, replaces);
    }

    private Who who(ShopId shop, PlaceAsk.Buyer buyer) {
        return new Who(secrets.key(shop, "person", buyer.contact()), secrets.key(shop, "device", buyer.device()),
                secrets.key(shop, "address", buyer.address()), secrets.key(shop, "range", ClientAddress.rangeOf(buyer.address())));
    }

    private void choose(Draft draft) {
        for (var line : draft.lines) {
            if (!line.chosen().isEmpty()) {
                var taken = chooseCards.choose(draft.shop, line.pool(), draft.order.value(), line.chosen());
                if (!new HashSet<>(taken).containsAll(line.chosen())) {
                    draft.refuse(new OrderingProblem.ChosenTaken(line.sku()));
                }
            }
        }
    }

    /** A pick that came too late gives its stock back in the same transaction. */
    private void releaseRefused(List<Draft> held) {
        var refused = held.stream().filter(draft -> !draft.open() && draft.payUntil != null).toList();
        releaseStock.release(refused.stream().map(draft -> new Holding(draft.shop, draft.order.value())).toList());
        refused.stream()
                .collect(Collectors.groupingBy(draft -> draft.shop, Collectors.mapping(draft -> draft.order.value(), Collectors.toList())))
                .forEach(chooseCards::release);
    }
}
