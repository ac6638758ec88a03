package io.wanqu.ordering.settling;

import java.time.Instant;

import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.TermsOfSale;
import io.wanqu.ordering.row.OrderClock;

import org.springframework.stereotype.Component;

/** When a shop may draw the money of an order that is confirmed now. */
@Component
public class DrawTime {

    private final TermsOfSale terms;
    private final OrderClock time;

    DrawTime(TermsOfSale terms, OrderClock time) {
        this.terms = terms;
        this.time = time;
    }

    public Instant of(ShopId shop) {
        return time.now().plus(terms.drawAfter(shop));
    }
}
