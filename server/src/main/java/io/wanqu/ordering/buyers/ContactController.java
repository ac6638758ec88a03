package io.wanqu.ordering.buyers;

import java.util.List;
import java.util.Optional;

import io.wanqu.customer.DataUses;
import io.wanqu.customer.DataUses.About;
import io.wanqu.customer.DataUses.Purpose;
import io.wanqu.customer.DataUses.Use;
import io.wanqu.customer.Sign;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The contact on an order: masked for those who work with orders, opened for a purpose that the buyer can read. */
@RestController
class ContactController {

    private static final String FIELD = "contact";
    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 200;

    private final JdbcClient jdbc;
    private final OrderSecrets secrets;
    private final DataUses uses;
    private final Trail trail;
    private final ShopScope scope;

    ContactController(JdbcClient jdbc, OrderSecrets secrets, DataUses uses, Trail trail, ShopScope scope) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.uses = uses;
        this.trail = trail;
        this.scope = scope;
    }

    @GetMapping("/api/v1/orders/{order}/contact")
    Masked masked(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.ORDERS_READ);
        return scope.in(shop, () -> new Masked(contact(shop, order).map(contact -> Sign.contact(contact).masked()).orElse(null)));
    }

    @PostMapping("/api/v1/orders/{order}/contact/reveal")
    ResponseEntity<Opened> reveal(Caller caller, @PathVariable OrderId order, @RequestBody Request request) {
        var shop = caller.must(Scope.CUSTOMERS_REVEAL);
        var purpose = Purpose.asked(request.purpose);
        var reason = Require.text("/reason", request.reason, REASON_MIN, REASON_MAX);
        var opened = scope.in(shop, () -> {
            var contact = contact(shop, order).orElseThrow(OrderingProblem.NoSuchOrder::new);
            uses.note(shop, List.of(new Use(About.order(order), FIELD, purpose, reason, caller.name())));
            trail.note(Note.of(shop, "order.contact-opened", "order", order.value()));
            return new Opened(contact);
        });
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(opened);
    }

    /** Empty for an order without a contact; refuses one that is not there. */
    private Optional<String> contact(ShopId shop, OrderId order) {
        return jdbc.sql("select contact from ordering.customer_order where shop_id = :shop and order_id = :order")
            .param("shop", shop.value())
            .param("order", order.value())
            .query((row, n) -> Optional.ofNullable(row.getBytes("contact")))
            .optional()
            .orElseThrow(OrderingProblem.NoSuchOrder::new)
            .map(sealed -> secrets.openContact(shop, order, sealed));
    }

    /** @param contact null where the order came without one, or it was destroyed */
    record Masked(@Nullable String contact) {
    }

    /** @param purpose one of delivery, after_sale, complaint, fraud, legal, marketing */
    record Request(@Nullable String purpose, @Nullable String reason) {
    }

    record Opened(String contact) {

        @Override
        public String toString() {
            return "Opened[…]";
        }
    }
}
