package io.wanqu.wallet;

import java.security.SecureRandom;
import java.util.HexFormat;

import io.wanqu.kernel.Id;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.AgainstGuessing;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shops;
import io.wanqu.wallet.Wallets.Movement;
import io.wanqu.wallet.Wallets.Wallet;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of a wallet does with it; the key in the header is all that proves him. */
@RestController
class WalletController {

    static final String KEY = "Wallet-Key";
    private static final int KEY_BYTES = 24;

    private final Shops shops;
    private final Wallets wallets;
    private final PayFromWallet payFromWallet;
    private final GiftCards giftCards;
    private final SecureRandom random = new SecureRandom();

    WalletController(Shops shops, Wallets wallets, PayFromWallet payFromWallet, GiftCards giftCards) {
        this.shops = shops;
        this.wallets = wallets;
        this.payFromWallet = payFromWallet;
        this.giftCards = giftCards;
    }

    @PostMapping("/api/v1/shops/{slug}/wallets")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@PathVariable String slug, @RequestBody OpenRequest request) {
        var shop = shops.bySlug(slug).mustBeOpen();
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = "wk_" + HexFormat.of().formatHex(bytes);
        var contact = request.contact == null ? null : Require.text("/contact", request.contact, 3, 200);
        return new Opened(Long.toString(wallets.add(shop.id(), key, contact, shop.currency())), key, contact == null ? "bearer" : "registered");
    }

    @AgainstGuessing(wrong = "wallet.unknown-wallet")
    @GetMapping("/api/v1/shops/{slug}/wallet")
    Response look(@PathVariable String slug, @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return Response.of(own(slug, key));
    }

    @AgainstGuessing(wrong = "wallet.unknown-wallet")
    @GetMapping("/api/v1/shops/{slug}/wallet/statement")
    Page<Movement> statement(@PathVariable String slug, @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var ask = PageAsk.of(after, limit);
        return Page.of(wallets.statement(own(slug, key), ask.before(), ask.limit() + 1), ask.limit(), movement -> Long.parseLong(movement.id()));
    }

    /** Pays what was asked for through the rail of wallets; asked again, it is paid once. */
    @AgainstGuessing(wrong = "wallet.unknown-wallet")
    @PutMapping("/api/v1/shops/{slug}/wallet/payments/{payment}")
    Response pay(@PathVariable String slug, @PathVariable String payment, @RequestHeader(name = KEY, required = false) @Nullable String key) {
        payFromWallet.pay(own(slug, key), Id.parse("payment", payment));
        return Response.of(own(slug, key));
    }

    @AgainstGuessing(wrong = {"wallet.no-value", "wallet.unknown-wallet"})
    @PostMapping("/api/v1/shops/{slug}/wallet/gift-cards")
    Response redeem(@PathVariable String slug, @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody RedeemRequest request) {
        giftCards.redeem(own(slug, key), Require.text("/code", request.code, 1, 60),
                request.amountMinor == null ? null : Require.between("/amountMinor", request.amountMinor, 1, Integer.MAX_VALUE));
        return Response.of(own(slug, key));
    }

    private Wallet own(String slug, @Nullable String key) {
        return wallets.byKey(shops.bySlug(slug).id(), key);
    }

    record OpenRequest(@Nullable String contact) {

        @Override
        public String toString() {
            return "OpenRequest[…]";
        }
    }

    record Opened(String id, String key, String kind) {

        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    record RedeemRequest(@Nullable String code, @Nullable Long amountMinor) {

        @Override
        public String toString() {
            return "RedeemRequest[…]";
        }
    }

    record Response(String id, String kind, Money balance) {

        static Response of(Wallet wallet) {
            return new Response(Long.toString(wallet.id()), wallet.kind(), Money.of(wallet.balance(), wallet.currency()));
        }
    }
}
