package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.wanqu.inventory.ConsignStock;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.OrderPlaced;
import io.wanqu.vault.ConsignedCards;

import org.springframework.stereotype.Component;

/**
 * Writes new orders of a channel down; an unpaid one holds stock if it can, because the channel has promised it already, and so
 * does one that somebody shall look at first.
 */
@Component
public class ChannelDrafts {

    private final JudgeDrafts judge;
    private final HoldDrafts hold;
    private final WriteDrafts write;
    private final ConsignStock consignStock;
    private final ConsignedCards consignedCards;
    private final EventLog events;

    ChannelDrafts(JudgeDrafts judge, HoldDrafts hold, WriteDrafts write, ConsignStock consignStock, ConsignedCards consignedCards, EventLog events) {
        this.judge = judge;
        this.hold = hold;
        this.write = write;
        this.consignStock = consignStock;
        this.consignedCards = consignedCards;
        this.events = events;
    }

    public void write(List<Draft> drafts, Predicate<Draft> awaited, Instant until) {
        judge.judgeSold(drafts);
        hold.holdFor(drafts.stream().filter(draft -> draft.review != null || awaited.test(draft)).toList(), until);
        drafts.forEach(draft -> draft.payUntil = until);
        write.write(drafts);
        claimConsigned(drafts, until);
        events.append(drafts.stream()
                .map(draft -> new OrderPlaced(draft.shop, draft.order, draft.channel, draft.total()))
                .toList());
    }

    /** What a channel sold from what lay there is held, by card, until it is paid in the same transaction. */
    private void claimConsigned(List<Draft> drafts, Instant until) {
        var sales = drafts.stream()
                .flatMap(draft -> draft.lines.stream().filter(line -> !line.chosen().isEmpty())
                        .map(line -> new ConsignStock.Sale(draft.shop, draft.channel, line.pool(), draft.order.value(), line.number(),
                                line.quantity(), until)))
                .toList();
        if (sales.isEmpty()) {
            return;
        }
        consignStock.sold(sales);
        for (var draft : drafts) {
            var cards = draft.lines.stream().flatMap(line -> line.chosen().stream()).toList();
            if (!cards.isEmpty() && consignedCards.sell(draft.shop, cards, draft.order.value()) != cards.size()) {
                throw new IllegalStateException("order " + draft.externalId + " names cards that do not lie at its channel");
            }
        }
    }
}
