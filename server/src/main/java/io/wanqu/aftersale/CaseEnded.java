package io.wanqu.aftersale;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A case is over. */
@Named("aftersale.case-ended")
public record CaseEnded(ShopId shop, long caseId, OrderId order, String outcome, Money granted) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
