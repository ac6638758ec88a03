package io.wanqu.ordering.giving;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.wanqu.fulfilment.OpenDelivery;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.http.AgainstGuessing;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.viewing.OpenOrder;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer makes his order a gift, and its receiver opens it. Secrets travel in bodies, so that no log keeps them. */
@RestController
class GiftController {

    private static final int TOKEN_MAX = 100;

    private final Shops shops;
    private final OpenOrder openOrder;
    private final OrderQueries orders;
    private final Gifts gifts;
    private final OpenDelivery openDelivery;
    private final URI publicUrl;

    GiftController(Shops shops, OpenOrder openOrder, OrderQueries orders, Gifts gifts, OpenDelivery openDelivery,
            @Value("${wanqu.payment.public-url:http://localhost:8080}") URI publicUrl) {
        this.publicUrl = publicUrl;
        this.shops = shops;
        this.openOrder = openOrder;
        this.orders = orders;
        this.gifts = gifts;
        this.openDelivery = openDelivery;
    }

    @PutMapping("/api/v1/shops/{slug}/orders/{number}/gift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        gifts.mark(openOrder.opened(slug, number, http).id(), number);
    }

    /** Each call makes a new link, and the former one opens nothing any more; after the gift was opened there is none. */
    @PostMapping("/api/v1/shops/{slug}/orders/{number}/gift/link")
    ResponseEntity<LinkResponse> link(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http);
        var link = gifts.link(shop.id(), number);
        return unkept(new LinkResponse(publicUrl.resolve("/s/" + shop.slug() + "/gift/" + number + "#" + link.token()), link.token(), link.expiresAt()));
    }

    /** What is in it, before it is opened. */
    @AgainstGuessing(wrong = "ordering.gift-link-over")
    @PostMapping("/api/v1/shops/{slug}/gifts/{number}/look")
    ResponseEntity<Look> look(@PathVariable String slug, @PathVariable OrderId number, @RequestBody Request request) {
        var shop = shops.bySlug(slug);
        if (!gifts.opens(shop.id(), number, token(request))) {
            throw new OrderingProblem.GiftLinkOver();
        }
        var order = find(shop, number);
        return unkept(new Look(shop.name(), order.lines().stream().map(line -> new Look.Item(line.name(), line.quantity())).toList(),
                order.fulfilment()));
    }

    /** Opens the gift, once. With the same idempotency key a lost answer is given again, to the same receiver. */
    @AgainstGuessing(wrong = "ordering.gift-link-over")
    @Idempotent
    @PostMapping("/api/v1/shops/{slug}/gifts/{number}/receipt")
    ResponseEntity<Receipt> open(@PathVariable String slug, @PathVariable OrderId number, @RequestBody Request request) {
        return unkept(new Receipt(gifts.open(shops.bySlug(slug).id(), number, token(request))));
    }

    @AgainstGuessing(wrong = "ordering.gift-link-over")
    @PostMapping("/api/v1/shops/{slug}/gifts/{number}/reveal")
    ResponseEntity<Revealed> reveal(@PathVariable String slug, @PathVariable OrderId number, @RequestBody Request request) {
        var shop = shops.bySlug(slug);
        if (!gifts.isReceiver(shop.id(), number, token(request))) {
            throw new OrderingProblem.GiftLinkOver();
        }
        var order = find(shop, number);
        if (order.lines().stream().noneMatch(line -> line.state().equals(OrderRow.Line.DELIVERED))) {
            throw new OrderingProblem.NothingDelivered(OrderState.of(order.state()));
        }
        return unkept(new Revealed(openDelivery.toBuyer(shop.id(), number.value(), "receiver of the gift")));
    }

    private OrderView find(Shop shop, OrderId number) {
        return orders.find(shop.id(), number).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    private static String token(Request request) {
        return Require.text("/token", request.token, 1, TOKEN_MAX);
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    record Request(@Nullable String token) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    /** @param link where the page of the gift is opened; the secret behind the # is sent to no server */
    record LinkResponse(URI link, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "LinkResponse[…]";
        }
    }

    record Look(String shop, List<Item> items, String fulfilment) {

        record Item(String name, int quantity) {
        }
    }

    /** @param token what opens the codes, now and later; whoever loses it asks the shop */
    record Receipt(String token) {

        @Override
        public String toString() {
            return "Receipt[…]";
        }
    }

    record Revealed(List<OpenDelivery.Opened> cards) {

        @Override
        public String toString() {
            return "Revealed[" + cards.size() + "]";
        }
    }
}
