package io.wanqu.aftersale.dispute;

import io.wanqu.inventory.TakeStock;
import io.wanqu.kernel.ChannelId;
import io.wanqu.vault.delivered.ReplaceCards;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges the cards of a case for others of the same pool: counters first, then cards, in the transaction of the decision. */
@Component
class ExchangeCards {

    private final TakeStock stock;
    private final ReplaceCards cards;

    ExchangeCards(TakeStock stock, ReplaceCards cards) {
        this.stock = stock;
        this.cards = cards;
    }

    /** False, and nothing changed, when the pool cannot spare as many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean exchange(CaseRow row, ChannelId channel) {
        if (!stock.exchange(row.shop(), row.pool(), channel, row.units().size())) {
            return false;
        }
        if (!cards.replace(row.shop(), row.pool(), row.order().value(), row.line(), row.units())) {
            throw new NoCards();
        }
        return true;
    }

    /** The counters promised cards that the vault does not have; everything is undone, and the case waits like one without stock. */
    static final class NoCards extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoCards() {
            super("the pool counts cards that are not there", null, false, false);
        }
    }
}
