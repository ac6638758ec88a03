package io.wanqu.ordering.viewing;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.row.OrderSecrets;

import org.springframework.stereotype.Component;

/** The signed links of an order, for a till or a messenger that gives them to its buyer. */
@Component
public class OrderLinks {

    private final OrderSecrets secrets;

    OrderLinks(OrderSecrets secrets) {
        this.secrets = secrets;
    }

    /** Whoever has it may read the codes. */
    public String token(ShopId shop, OrderId order) {
        return secrets.token(shop, order);
    }

    /** Whoever has it may pay, and sees nothing else. */
    public String payToken(ShopId shop, OrderId order) {
        return secrets.payToken(shop, order);
    }
}
