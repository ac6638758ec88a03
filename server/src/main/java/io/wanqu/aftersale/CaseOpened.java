package io.wanqu.aftersale;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A buyer is not content with an order; its money waits. */
@Named("aftersale.case-opened")
public record CaseOpened(ShopId shop, long caseId, OrderId order, String kind) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
