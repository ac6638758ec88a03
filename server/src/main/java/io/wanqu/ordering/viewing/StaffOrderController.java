package io.wanqu.ordering.viewing;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Orders of every channel in one place, for the shop's staff. */
@RestController
class StaffOrderController {

    private static final int NUMBER_MAX = 64;

    private final OrderQueries orders;
    private final WatchOrders watch;
    private final ShopScope scope;

    StaffOrderController(OrderQueries orders, WatchOrders watch, ShopScope scope) {
        this.orders = orders;
        this.watch = watch;
        this.scope = scope;
    }

    @GetMapping("/api/v1/orders")
    Page<OrderView> list(Caller caller, Wanted wanted, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.mustSomewhere(Scope.ORDERS_READ);
        var page = PageAsk.of(after, limit);
        var filter = wanted.filter().seenBy(caller);
        return scope.in(shop, () -> orders.list(shop, filter, page.before(), page.limit()));
    }

    /** Orders as they come and change, from every channel. */
    @GetMapping(path = "/api/v1/orders/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Caller caller) {
        return watch.watch(caller.must(Scope.ORDERS_READ));
    }

    @GetMapping("/api/v1/orders/{order}")
    OrderView get(Caller caller, @PathVariable OrderId order) {
        var shop = caller.mustSomewhere(Scope.ORDERS_READ);
        return scope.in(shop, () -> orders.find(shop, order)).filter(found -> caller.sees(found.channel())).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    private static OrderState state(String text) {
        try {
            return OrderState.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("state", "one of the order states, for example short");
        }
    }

    private static Instant time(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "a moment, for example 2026-03-05T08:00:00Z");
        }
    }

    /** The filter as it stands in the address. */
    record Wanted(@Nullable String state, @Nullable ChannelId channel, @Nullable String from, @Nullable String until,
            @Nullable String number) {

        OrderFilter filter() {
            return new OrderFilter(state == null ? null : StaffOrderController.state(state), channel,
                    from == null ? null : time("from", from), until == null ? null : time("until", until),
                    number == null ? null : Require.text("number", number, 1, NUMBER_MAX), null);
        }
    }
}
