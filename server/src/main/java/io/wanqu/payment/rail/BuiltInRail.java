package io.wanqu.payment.rail;

import java.util.Map;

import io.wanqu.kernel.ShopId;

/** A rail of this very server: every shop has an account without asking for one, and nobody outside is called. */
public interface BuiltInRail extends Rail {

    RailAccount account(ShopId shop);

    /** Whether this shop takes money by it. */
    default boolean offered(ShopId shop) {
        return true;
    }

    /** What the buyer needs; the payment can be paid from the moment it is written down. */
    Map<String, String> instruction(ShopId shop, String payment);
}
