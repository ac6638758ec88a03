package io.wanqu.ordering.paying;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.http.AgainstGuessing;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.payment.paying.PaymentView;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a friend pays somebody's order. The token opens this and nothing else: no contact, no code. */
@RestController
class FriendPaymentController {

    private final Shops shops;
    private final PayOrder payOrder;
    private final OrderSecrets secrets;
    private final ClientAddress addresses;

    FriendPaymentController(Shops shops, PayOrder payOrder, OrderSecrets secrets, ClientAddress addresses) {
        this.shops = shops;
        this.payOrder = payOrder;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    @AgainstGuessing(wrong = "ordering.no-such-order")
    @GetMapping("/api/v1/shops/{slug}/pay-links/{number}")
    ResponseEntity<Asked> get(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = opened(slug, number, http);
        var order = payOrder.find(shop.id(), number);
        var items = order.lines().stream().map(line -> new Asked.Item(line.name(), line.quantity())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Asked(shop.name(), items, order.total(), order.payment(), order.deadline()));
    }

    @AgainstGuessing(wrong = "ordering.no-such-order")
    @PostMapping("/api/v1/shops/{slug}/pay-links/{number}/payment")
    ResponseEntity<PaymentView> start(@PathVariable String slug, @PathVariable OrderId number, @RequestBody PayOrder.Request request,
            HttpServletRequest http) {
        return BuyerPaymentController.kept(payOrder.start(opened(slug, number, http).id(), number, request, JudgePayment.Seen.of(http, addresses)));
    }

    @AgainstGuessing(wrong = "ordering.no-such-order")
    @GetMapping("/api/v1/shops/{slug}/pay-links/{number}/payment")
    ResponseEntity<PaymentView> payment(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        return BuyerPaymentController.kept(payOrder.get(opened(slug, number, http).id(), number));
    }

    private Shop opened(String slug, OrderId number, HttpServletRequest http) {
        var shop = shops.bySlug(slug);
        var header = http.getHeader("Pay-Token");
        if (!secrets.isPayLink(shop.id(), number, header != null ? header : http.getParameter("token"))) {
            throw new OrderingProblem.NoSuchOrder();
        }
        return shop;
    }

    /** What a friend may know of an order. */
    record Asked(String shop, List<Item> items, Money amount, String payment, @Nullable Instant payUntil) {

        record Item(String name, int quantity) {
        }
    }
}
