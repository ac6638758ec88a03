package io.wanqu.shop.sharing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.sharing.Share.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a shop shares with other shops of its owner, and what they share with it. */
@RestController
class ShareController {

    private static final int REASON_MAX = 200;

    private final ShareThings shareThings;
    private final Shares shares;
    private final KnownShares known;

    ShareController(ShareThings shareThings, Shares shares, KnownShares known) {
        this.shareThings = shareThings;
        this.shares = shares;
        this.known = known;
    }

    @GetMapping("/api/v1/shares")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return shares.around(shop).stream().map(Response::of).toList();
    }

    @PostMapping("/api/v1/shares")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    Response give(Caller caller, @RequestBody Request request) {
        caller.must(Scope.SHOP_WRITE);
        var kind = kind(request.kind);
        if (kind == Kind.WALLET) {
            throw new ShopProblem.WalletNotShared();
        }
        var pool = kind == Kind.POOL ? Require.present("/pool", request.pool, "the pool that is shared") : null;
        var given = shareThings.give(caller, Require.present("/to", request.to, "the shop that may use it"), kind, pool,
                Require.text("/reason", request.reason, 1, REASON_MAX));
        known.readNow();
        return Response.of(given);
    }

    @DeleteMapping("/api/v1/shares/{share}")
    Response end(Caller caller, @PathVariable String share) {
        return Response.of(shareThings.end(caller, Id.parse("share", share)));
    }

    private static Kind kind(@Nullable String text) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.text().equals(text)).findFirst()
                .orElseThrow(() -> new InvalidValue("/kind", "pool or customers"));
    }

    record Request(@Nullable ShopId to, @Nullable String kind, @Nullable PoolId pool, @Nullable String reason) {
    }

    record Response(String id, ShopId from, ShopId to, String kind, @Nullable PoolId pool, String reason, String givenBy, Instant givenAt,
            @Nullable String endedBy, @Nullable Instant endedAt) {

        static Response of(Share share) {
            return new Response(Long.toString(share.id()), share.shop(), share.to(), share.kind().text(), share.pool(), share.reason(),
                    share.givenBy(), share.givenAt(), share.endedBy(), share.endedAt());
        }
    }
}
