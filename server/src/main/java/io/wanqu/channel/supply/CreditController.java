package io.wanqu.channel.supply;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a buying channel may owe the shop, and what it has paid of it. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/credit")
class CreditController {

    private static final long LIMIT_MAX = 100_000_000_000L;

    private final Credit credit;
    private final Channels channels;
    private final ShopScope scope;

    CreditController(Credit credit, Channels channels, ShopScope scope) {
        this.credit = credit;
        this.channels = channels;
        this.scope = scope;
    }

    @GetMapping
    CreditView get(Caller caller, @PathVariable ChannelId channel) {
        var key = ChannelKey.of(caller, channel);
        return scope.in(key.shop(), () -> view(channels.get(key).key()));
    }

    @PutMapping
    @Idempotent
    CreditView limit(Caller caller, @PathVariable ChannelId channel, @RequestBody LimitRequest request) {
        var key = ChannelKey.of(caller, channel);
        var minor = amount("/limitMinor", request.limitMinor, 0);
        return scope.in(key.shop(), () -> {
            credit.limit(channels.get(key).key(), minor);
            return view(key);
        });
    }

    /** The channel paid so much of what it owes. */
    @PostMapping("/payments")
    @Idempotent
    CreditView paid(Caller caller, @PathVariable ChannelId channel, @RequestBody PaymentRequest request) {
        var key = ChannelKey.of(caller, channel);
        var minor = amount("/paidMinor", request.paidMinor, 1);
        return scope.in(key.shop(), () -> {
            credit.use(channels.get(key).key(), -minor);
            return view(key);
        });
    }

    private CreditView view(ChannelKey key) {
        var standing = credit.of(key);
        return new CreditView(standing.limitMinor(), standing.usedMinor(), credit.left(key));
    }

    private static long amount(String field, @Nullable Long given, long least) {
        if (given == null || given < least || given > LIMIT_MAX) {
            throw new InvalidValue(field, "from " + least + " to " + LIMIT_MAX);
        }
        return given;
    }

    record LimitRequest(@Nullable Long limitMinor) {
    }

    record PaymentRequest(@Nullable Long paidMinor) {
    }

    record CreditView(long limitMinor, long usedMinor, long leftMinor) {
    }
}
