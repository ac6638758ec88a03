package io.wanqu.storefront.voucher;

import java.time.Instant;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where tills redeem vouchers and take back what was redeemed by mistake. */
@RestController
class RedemptionController {

    private static final int SERIAL_MAX = 64;
    private static final int CODE_MAX = 500;
    private static final int USES_MAX = 1000;

    private final RedeemVoucher redeemVoucher;
    private final ReverseRedemption reverseRedemption;
    private final Redemptions redemptions;
    private final OwnChannels channels;
    private final ShopScope scope;

    RedemptionController(RedeemVoucher redeemVoucher, ReverseRedemption reverseRedemption, Redemptions redemptions, OwnChannels channels,
            ShopScope scope) {
        this.redeemVoucher = redeemVoucher;
        this.reverseRedemption = reverseRedemption;
        this.redemptions = redemptions;
        this.channels = channels;
        this.scope = scope;
    }

    /** The till's serial number makes a repeat harmless: the same number with the same code answers the same with status 200. */
    @PostMapping("/api/v1/redemptions")
    ResponseEntity<Response> redeem(Caller caller, @RequestBody Request request) {
        var shop = caller.mustSomewhere(Scope.ORDERS_WRITE);
        var till = Require.present("/till", request.till, "the id of a till");
        scope.in(shop, () -> channels.must(caller, till, OwnChannel.Kind.TILL));
        var redeemed = redeemVoucher.redeem(new RedeemVoucher.Ask(shop, till, Require.text("/serial", request.serial, 1, SERIAL_MAX),
                request.number == null ? null : Require.text("/number", request.number, 1, CODE_MAX),
                Require.text("/code", request.code, 1, CODE_MAX),
                Require.between("/uses", request.uses == null ? Integer.valueOf(1) : request.uses, 1, USES_MAX), caller.name()));
        var body = Response.of(redeemed.redemption());
        return redeemed.repeated() ? ResponseEntity.ok().header("Idempotency-Replayed", "true").body(body)
                : ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    /** The till that redeemed it names itself; whoever may change the shop may take back what any till did. */
    @PostMapping("/api/v1/redemptions/{redemption}/reversal")
    Response reverse(Caller caller, @PathVariable long redemption, @RequestBody ReversalRequest request) {
        var shop = caller.mustSomewhere(Scope.ORDERS_WRITE);
        if (caller.channels() != null) {
            scope.in(shop, () -> channels.must(caller, Require.present("/till", request.till, "the id of a till"), OwnChannel.Kind.TILL));
        }
        var reason = Require.text("/reason", request.reason, 1, 200);
        return Response.of(reverseRedemption.reverse(shop, redemption,
                new ReverseRedemption.Ask(request.till, caller.scopes().contains(Scope.SHOP_WRITE), caller.name(), reason)));
    }

    @GetMapping("/api/v1/redemptions")
    Page<Response> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.ORDERS_READ);
        var ask = PageAsk.of(after, limit);
        var page = Page.of(scope.in(shop, () -> redemptions.list(shop, ask.before(), ask.limit() + 1)), ask.limit(), Redemption::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    record Request(@Nullable ChannelId till, @Nullable String serial, @Nullable String number, @Nullable String code, @Nullable Integer uses) {

        @Override
        public String toString() {
            return "Request[" + till + "/" + serial + "]";
        }
    }

    record ReversalRequest(@Nullable ChannelId till, @Nullable String reason) {
    }

    /** @param left uses of the voucher that are left now */
    record Response(String id, ChannelId till, String serial, String card, int uses, int left, String redeemedBy, Instant redeemedAt,
            @Nullable String reversedBy, @Nullable Instant reversedAt, @Nullable String reason) {

        static Response of(Redemption it) {
            return new Response(Long.toString(it.id()), it.till(), it.serial(), Long.toString(it.card()), it.uses(), it.left(),
                    it.redeemedBy(), it.redeemedAt(), it.reversedBy(), it.reversedAt(), it.reason());
        }
    }
}
