package io.wanqu.ordering.placing;

import java.util.List;

import io.wanqu.catalog.Offers;
import io.wanqu.inventory.waiting.WaitingList;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer queues for what is sold out; joining twice answers with a conflict, so a repeat harms nobody. */
@RestController
class WaitingController {

    private final Shops shops;
    private final Offers offers;
    private final WaitingList waitingList;

    WaitingController(Shops shops, Offers offers, WaitingList waitingList) {
        this.shops = shops;
        this.offers = offers;
        this.waitingList = waitingList;
    }

    @PostMapping("/api/v1/shops/{slug}/waiting-list")
    @ResponseStatus(HttpStatus.CREATED)
    WaitingList.Place join(@PathVariable String slug, @RequestBody Request request) {
        var shop = shops.bySlug(slug).mustBeOpen();
        var sku = Require.present("/sku", request.sku, "the id of a variant");
        var offer = offers.find(List.of(sku)).get(sku);
        if (offer == null || !offer.shop().equals(shop.id())) {
            throw new OrderingProblem.UnknownSku(sku);
        }
        if (!offer.onSale()) {
            throw new OrderingProblem.NotOnSale(sku);
        }
        return waitingList.join(shop.id(), shop.page(), offer.pool(), Require.between("/quantity", request.quantity, 1, offer.perOrderMax()),
                Require.text("/contact", request.contact, 3, 200));
    }

    @GetMapping("/api/v1/shops/{slug}/waiting-list/{place}")
    WaitingList.Place look(@PathVariable String slug, @PathVariable String place,
            @RequestHeader(name = "Waiting-Token", required = false) @Nullable String token) {
        return waitingList.look(shops.bySlug(slug).id(), Id.parse("place", place), token);
    }

    @DeleteMapping("/api/v1/shops/{slug}/waiting-list/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String slug, @PathVariable String place,
            @RequestHeader(name = "Waiting-Token", required = false) @Nullable String token) {
        waitingList.leave(shops.bySlug(slug).id(), Id.parse("place", place), token);
    }

    record Request(@Nullable SkuId sku, @Nullable Integer quantity, @Nullable String contact) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }
}
