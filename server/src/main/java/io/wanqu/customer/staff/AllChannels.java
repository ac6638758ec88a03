package io.wanqu.customer.staff;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

/** Asks staff whether they may see customers at all. */
final class AllChannels {

    private AllChannels() {
    }

    static ShopId must(Caller caller, Scope scope) {
        var shop = caller.must(scope);
        if (caller.channels() != null) {
            throw new CustomerProblem.LimitedStaff();
        }
        return shop;
    }
}
