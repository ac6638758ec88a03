package io.wanqu.ordering.placing;

import java.util.Map;

import io.wanqu.ordering.placing.PlaceOutcome.Placed;

import org.springframework.stereotype.Component;

/** The steps of placing orders, in the order in which they lock: prices, risk, stock, cards, then the orders themselves. */
@Component
class PlacingSteps {

    private final PriceDrafts price;
    private final JudgeDrafts judge;
    private final HoldDrafts hold;
    private final WriteDrafts write;
    private final AskPayments askPayments;

    PlacingSteps(PriceDrafts price, JudgeDrafts judge, HoldDrafts hold, WriteDrafts write, AskPayments askPayments) {
        this.price = price;
        this.judge = judge;
        this.hold = hold;
        this.write = write;
        this.askPayments = askPayments;
    }

    Map<Draft, Placed> run(Map<Draft, PlaceAsk> drafts) {
        price.price(drafts);
        judge.judge(drafts);
        hold.hold(drafts);
        write.write(drafts);
        return askPayments.ask(drafts);
    }
}
