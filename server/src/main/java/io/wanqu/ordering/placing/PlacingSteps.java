package io.wanqu.ordering.placing;

import java.util.Map;

import io.wanqu.ordering.placing.PlaceOutcome.Placed;

import org.springframework.stereotype.Component;

/** The steps of placing orders, in the order in which they lock: prices, stock, cards, then the orders themselves. */
@Component
class PlacingSteps {

    private final PriceDrafts price;
    private final HoldDrafts hold;
    private final WriteDrafts write;
    private final AskPayments askPayments;

    PlacingSteps(PriceDrafts price, HoldDrafts hold, WriteDrafts write, AskPayments askPayments) {
        this.price = price;
        this.hold = hold;
        this.write = write;
        this.askPayments = askPayments;
    }

    Map<Draft, Placed> run(Map<Draft, PlaceAsk> drafts) {
        price.price(drafts);
        hold.hold(drafts);
        write.write(drafts);
        return askPayments.ask(drafts);
    }
}
