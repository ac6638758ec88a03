package io.wanqu.ordering.paying;

import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.viewing.OpenOrder;
import io.wanqu.ordering.viewing.OrderView;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer whose time runs out asks for more. */
@RestController
class ExtensionController {

    private final OpenOrder openOrder;
    private final ExtendOrder extendOrder;
    private final PayOrder payOrder;

    ExtensionController(OpenOrder openOrder, ExtendOrder extendOrder, PayOrder payOrder) {
        this.openOrder = openOrder;
        this.extendOrder = extendOrder;
        this.payOrder = payOrder;
    }

    /** Once for an order. A payment that is open ends when it was to end; started again, it lasts as long as the order does now. */
    @PutMapping("/api/v1/shops/{slug}/orders/{number}/extension")
    ResponseEntity<OrderView> extend(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        extendOrder.extend(shop, number);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(payOrder.find(shop, number));
    }
}
