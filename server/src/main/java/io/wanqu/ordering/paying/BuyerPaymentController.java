package io.wanqu.ordering.paying;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.ordering.viewing.OpenOrder;
import io.wanqu.payment.paying.PaymentView;
import io.wanqu.payment.paying.WatchPayments;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where the buyer pays his order, watches his payment, or asks a friend to pay. */
@RestController
class BuyerPaymentController {

    private final OpenOrder openOrder;
    private final PayOrder payOrder;
    private final WatchPayments watchPayments;
    private final OrderSecrets secrets;
    private final ClientAddress addresses;

    BuyerPaymentController(OpenOrder openOrder, PayOrder payOrder, WatchPayments watchPayments, OrderSecrets secrets, ClientAddress addresses) {
        this.openOrder = openOrder;
        this.payOrder = payOrder;
        this.watchPayments = watchPayments;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    /** Asked again, it answers the same open payment; another rail or method closes the former first. */
    @PostMapping("/api/v1/shops/{slug}/orders/{number}/payment")
    ResponseEntity<PaymentView> start(@PathVariable String slug, @PathVariable OrderId number, @RequestBody PayOrder.Request request,
            HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http).id();
        return kept(payOrder.start(shop, number, request, JudgePayment.Seen.of(http, addresses)));
    }

    @GetMapping("/api/v1/shops/{slug}/orders/{number}/payment")
    ResponseEntity<PaymentView> get(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        return kept(payOrder.get(openOrder.opened(slug, number, http).id(), number));
    }

    /** The state now and each change of it; a page may ask for the payment in intervals instead. */
    @GetMapping(path = "/api/v1/shops/{slug}/orders/{number}/payment/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        return watchPayments.watch(openOrder.opened(slug, number, http).id(), number.value());
    }

    /** The link for a friend who pays: it shows what the order costs, and never who ordered nor what was handed over. */
    @GetMapping("/api/v1/shops/{slug}/orders/{number}/pay-link")
    PayLink payLink(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        var shop = openOrder.opened(slug, number, http);
        var token = secrets.payToken(shop.id(), number);
        return new PayLink("/api/v1/shops/" + shop.slug() + "/pay-links/" + number + "?token=" + token, token);
    }

    static ResponseEntity<PaymentView> kept(PaymentView view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    record PayLink(String link, String token) {

        @Override
        public String toString() {
            return "PayLink[…]";
        }
    }
}
