package io.wanqu.ordering.viewing;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.shop.Shops;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives staff the signed link by which a buyer reads his codes at our side, for channels that do not show them. */
@RestController
class PickUpController {

    private final OrderQueries orders;
    private final OrderSecrets secrets;
    private final Shops shops;
    private final ShopScope scope;

    PickUpController(OrderQueries orders, OrderSecrets secrets, Shops shops, ShopScope scope) {
        this.orders = orders;
        this.secrets = secrets;
        this.shops = shops;
        this.scope = scope;
    }

    /** Whoever has the link can read the codes, so it needs the right to reveal them. */
    @GetMapping("/api/v1/orders/{order}/pick-up-link")
    ResponseEntity<PickUp> link(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.CARDS_REVEAL);
        scope.in(shop, () -> orders.find(shop, order)).orElseThrow(OrderingProblem.NoSuchOrder::new);
        var token = secrets.token(shop, order);
        var path = "/api/v1/shops/" + shops.byId(shop).slug() + "/orders/" + order + "?token=" + token;
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PickUp(order, path, token));
    }

    /** @param path where the order is read; followed by {@code /reveal}, the codes are */
    record PickUp(OrderId order, String path, String token) {

        @Override
        public String toString() {
            return "PickUp[" + order + "]";
        }
    }
}
