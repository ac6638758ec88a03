package io.wanqu.wallet;

import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.http.AgainstGuessing;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.payment.Rails;
import io.wanqu.payment.paying.PayAsk;
import io.wanqu.payment.paying.PaymentQueries;
import io.wanqu.payment.paying.PaymentView;
import io.wanqu.payment.paying.StartPayment;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.wallet.Wallets.Wallet;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the holder of a wallet fills it, and sees whether the money came. */
@RestController
class TopUpController {

    private final Shops shops;
    private final Wallets wallets;
    private final TopUps topUps;
    private final Paying paying;
    private final ClientAddress addresses;

    TopUpController(Shops shops, Wallets wallets, TopUps topUps, Paying paying, ClientAddress addresses) {
        this.shops = shops;
        this.wallets = wallets;
        this.topUps = topUps;
        this.paying = paying;
        this.addresses = addresses;
    }

    /** Refused where the shop's wallets pay nothing: nobody shall fill what he can't empty. */
    @AgainstGuessing(wrong = "wallet.unknown-wallet")
    @Idempotent
    @PostMapping("/api/v1/shops/{slug}/wallet/top-ups")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentView begin(@PathVariable String slug, @RequestHeader(name = WalletController.KEY, required = false) @Nullable String key,
            @RequestBody Request request, HttpServletRequest http) {
        var shop = shops.bySlug(slug);
        var wallet = wallets.byKey(shop.id(), key);
        var method = Require.text("/method", request.method, 1, 20);
        if (method.equals("balance")) {
            throw new InvalidValue("/method", "a way to pay that is not the wallet itself");
        }
        var amount = Money.of(Require.between("/amountMinor", request.amountMinor, 1, Integer.MAX_VALUE), wallet.currency());
        var payerId = request.payerId == null ? null : Require.text("/payerId", request.payerId, 1, 200);
        var payer = new PayAsk.Payer(addresses.of(http), payerId, Require.page("/returnUrl", request.returnUrl));
        paying.mustBeOffered(shop);
        var id = topUps.begin(wallet, amount);
        return paying.start.start(new PayAsk(shop.id(), shop.page(), id, amount, "wallet", topUps.until(), method, request.rail, payer));
    }

    /** How the payment of a top-up stands. */
    @AgainstGuessing(wrong = "wallet.unknown-wallet")
    @GetMapping("/api/v1/shops/{slug}/wallet/top-ups/{payment}")
    ResponseEntity<PaymentView> look(@PathVariable String slug, @PathVariable String payment,
            @RequestHeader(name = WalletController.KEY, required = false) @Nullable String key) {
        var wallet = wallets.byKey(shops.bySlug(slug).id(), key);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(wallet, Id.parse("payment", payment)));
    }

    private PaymentView view(Wallet wallet, long payment) {
        return paying.queries.subject(wallet.shop(), payment)
                .filter(topUp -> topUps.isOf(wallet, topUp))
                .flatMap(topUp -> paying.queries.of(wallet.shop(), topUp))
                .orElseThrow(WalletProblem.NoSuchTopUp::new);
    }

    /** What this needs of payments. */
    @Component
    record Paying(StartPayment start, PaymentQueries queries, Rails rails) {

        void mustBeOffered(Shop shop) {
            rails.mustTake(WalletRail.NAME, shop.id(), shop.page());
        }
    }

    /**
     * @param returnUrl where his browser goes after paying
     * @param payerId   how the provider knows him, for example an openid
     */
    record Request(@Nullable Long amountMinor, @Nullable String method, @Nullable String rail, @Nullable String returnUrl, @Nullable String payerId) {

        @Override
        public String toString() {
            return "Request[" + amountMinor + ", " + method + ", " + rail + "]";
        }
    }
}
