package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.wanqu.inventory.waiting.WaitingList;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.IdempotencyKeyMissing;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where buyers place orders. */
@RestController
class PlaceController {

    private static final Pattern QUOTES = Pattern.compile("^\"|\"$");
    private static final int KEY_MIN = 8;
    private static final int KEY_MAX = 200;
    private static final int LINES_MAX = 20;
    private static final int CHOSEN_MAX = 1000;

    private final Shops shops;
    private final Entrance entrance;
    private final PlaceOrders placeOrders;
    private final WaitingList waitingList;
    private final OrderSecrets secrets;
    private final ClientAddress addresses;

    PlaceController(Shops shops, Entrance entrance, PlaceOrders placeOrders, WaitingList waitingList, OrderSecrets secrets,
            ClientAddress addresses) {
        this.shops = shops;
        this.entrance = entrance;
        this.placeOrders = placeOrders;
        this.waitingList = waitingList;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    /** Needs {@code Idempotency-Key}: the same key with the same content answers with the same order and status 200. */
    @PostMapping("/api/v1/shops/{slug}/orders")
    ResponseEntity<Response> place(@PathVariable String slug, @RequestBody Request request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Device-Id", required = false) @Nullable String device,
            @RequestHeader(name = "Risk-Challenge", required = false) @Nullable String proof, @Nullable Buyer buyer, HttpServletRequest http) {
        var shop = shops.bySlug(slug).mustBeOpen();
        var ask = ask(shop, request, key(key), new Seen(device, addresses.of(http), buyer == null ? null : buyer.account(), proof));
        if (ask.waitingFor() != null) {
            waitingList.look(shop.id(), ask.waitingFor(), http.getHeader("Waiting-Token"));
        }
        return switch (placeOrders.place(ask)) {
            case Placed placed -> {
                if (buyer != null) {
                    entrance.signedIn(ask, placed.order(), buyer);
                }
                yield answer(shop, placed);
            }
            case Refused refused -> throw entrance.told(refused.why(), ask);
        };
    }

    private PlaceAsk ask(Shop shop, Request request, String key, Seen seen) {
        var channel = entrance.channel(shop, request.channel, Require.present("/rail", request.rail, "the name of a payment rail"));
        var lines = Require.items("/lines", request.lines, 1, LINES_MAX).stream().map(PlaceController::line).toList();
        var contact = Require.text("/contact", request.contact, 3, 200);
        var password = request.password == null ? null : Require.text("/password", request.password, 6, 100);
        var waitingFor = request.waitingFor == null ? null : Id.parse("/waitingFor", request.waitingFor);
        var buyer = new PlaceAsk.Buyer(contact, password, seen.device, seen.address, seen.account,
                entrance.proven(seen.proof, shop.id(), key, contact));
        return new PlaceAsk(shop.id(), channel, lines, buyer, request.rail, request.totalMinor, key, waitingFor);
    }

    private static PlaceAsk.Line line(Request.Line line) {
        var chosen = line.chosen == null ? List.<Long>of() : Require.items("/lines/chosen", line.chosen, 0, CHOSEN_MAX).stream()
                .map(card -> Id.parse("/lines/chosen", card)).distinct().toList();
        return new PlaceAsk.Line(Require.present("/lines/sku", line.sku, "the id of a variant"),
                Require.between("/lines/quantity", line.quantity, 1, CHOSEN_MAX), chosen);
    }

    private static String key(@Nullable String header) {
        var key = header == null ? "" : QUOTES.matcher(header.strip()).replaceAll("");
        if (key.length() < KEY_MIN || key.length() > KEY_MAX) {
            throw new IdempotencyKeyMissing();
        }
        return key;
    }

    private ResponseEntity<Response> answer(Shop shop, Placed placed) {
        var token = secrets.token(shop.id(), placed.order());
        var link = "/api/v1/shops/" + shop.slug() + "/orders/" + placed.order() + "?token=" + token;
        var body = new Response(placed.order(), placed.total(), placed.payUntil(), token, link,
                new Response.Payment(Long.toString(placed.payment()), placed.instruction()));
        return placed.repeated()
                ? ResponseEntity.ok().header("Idempotency-Replayed", "true").body(body)
                : ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    /** What a request shows beside its content. */
    private record Seen(@Nullable String device, String address, @Nullable AccountId account, @Nullable String proof) {
    }

    /**
     * @param totalMinor the total the buyer was shown; the order is refused if the price is another by now
     * @param channel    the public key of one of the shop's own channels; its page where there is none
     */
    record Request(@Nullable List<Line> lines, @Nullable String contact, @Nullable String password, @Nullable String rail,
            @Nullable Long totalMinor, @Nullable String waitingFor, @Nullable String channel) {

        record Line(@Nullable SkuId sku, @Nullable Integer quantity, @Nullable List<String> chosen) {
        }

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    record Response(OrderId number, Money total, Instant payUntil, String token, String link, Payment payment) {

        record Payment(String id, Map<String, String> instruction) {
        }

        @Override
        public String toString() {
            return "Response[" + number + "]";
        }
    }
}
