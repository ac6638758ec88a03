package io.wanqu.shop.transfer;

import java.time.Instant;

import io.wanqu.identity.account.Contact;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers a shop, takes the offer back, and takes a shop over. */
@RestController
class TransferController {

    private final TransferShop transferShop;
    private final Transfers transfers;
    private final Shops shops;
    private final ShopScope scope;

    TransferController(TransferShop transferShop, Transfers transfers, Shops shops, ShopScope scope) {
        this.transferShop = transferShop;
        this.transfers = transfers;
        this.shops = shops;
        this.scope = scope;
    }

    /** Most shops are not on offer, so that is an answer and no refusal. */
    @GetMapping("/api/v1/shop/transfer")
    Open show(Caller caller) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return new Open(scope.in(shop, () -> transfers.open(shop)).map(Transfers.Transfer::until).orElse(null));
    }

    @PostMapping("/api/v1/shop/transfer")
    ResponseEntity<Offer> offer(Caller caller, @RequestBody OfferRequest request) {
        caller.must(Scope.SHOP_WRITE);
        var offered = transferShop.offer(caller, Contact.parse("/to", request.to));
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .body(new Offer(offered.secret().secret(), offered.until()));
    }

    @DeleteMapping("/api/v1/shop/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller) {
        transferShop.withdraw(caller);
    }

    @Idempotent
    @PostMapping("/api/v1/shop-transfers")
    Taken accept(Buyer buyer, @RequestBody TakeRequest request) {
        return Taken.of(shops.byId(transferShop.accept(buyer, request.secret == null ? "" : request.secret)));
    }

    record OfferRequest(@Nullable String to) {

        @Override
        public String toString() {
            return "OfferRequest[…]";
        }
    }

    /** @param secret goes to the one it is meant for, and is told this once */
    record Offer(String secret, Instant until) {

        @Override
        public String toString() {
            return "Offer[" + until + "]";
        }
    }

    /** @param until how long somebody may take the shop over; absent while it is not offered */
    record Open(@Nullable Instant until) {
    }

    record TakeRequest(@Nullable String secret) {

        @Override
        public String toString() {
            return "TakeRequest[…]";
        }
    }

    record Taken(ShopId id, String slug, String name) {

        static Taken of(Shop shop) {
            return new Taken(shop.id(), shop.slug(), shop.name());
        }
    }
}
