package io.wanqu.channel.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed about prices between channels, and which prices break it now. */
@RestController
@RequestMapping("/api/v1/price-agreements")
class AgreementController {

    private static final int NAME_MAX = 100;
    private static final long PRICE_MAX = 1_000_000_000_000L;

    private final Agreements agreements;
    private final GuardPrices guardPrices;
    private final ShopScope scope;
    private final Ids ids;
    private final Clock clock;

    AgreementController(Agreements agreements, GuardPrices guardPrices, ShopScope scope, Ids ids, Clock clock) {
        this.agreements = agreements;
        this.guardPrices = guardPrices;
        this.scope = scope;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    List<Agreement> list(Caller caller) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> agreements.of(shop));
    }

    /** What breaks it already is not changed; the report names it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    Agreement add(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        var agreement = request.agreement(ids.next(), clock.instant());
        return scope.in(shop, () -> {
            agreements.add(shop, agreement, caller.name());
            return agreement;
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void end(Caller caller, @PathVariable long id) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        if (!scope.in(shop, () -> agreements.end(shop, id))) {
            throw new ChannelProblem.UnknownAgreement(id);
        }
    }

    /** Prices as they are now, but for what somebody waived. */
    @GetMapping("/breaches")
    List<Breach> breaches(Caller caller) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> guardPrices.present(shop));
    }

    record Request(@Nullable String name, @Nullable ChannelId channel, @Nullable SkuId sku, @Nullable Long product, @Nullable Long leastMinor,
            @Nullable ChannelId otherChannel, @Nullable Instant validFrom, @Nullable Instant validTo) {

        Agreement agreement(long id, Instant now) {
            var here = Require.present("/channel", channel, "the channel whose price is promised");
            if ((sku == null) == (product == null)) {
                throw new KernelProblem.InvalidValue("/sku", "a SKU or a product, and not both");
            }
            if ((leastMinor == null) == (otherChannel == null) || here.equals(otherChannel)) {
                throw new KernelProblem.InvalidValue("/leastMinor", "a least price or another channel, and not both");
            }
            if (leastMinor != null) {
                Require.between("/leastMinor", leastMinor, 1, PRICE_MAX);
            }
            var from = validFrom == null ? now : validFrom;
            if (validTo != null && !from.isBefore(validTo)) {
                throw new KernelProblem.InvalidValue("/validTo", "a time after validFrom");
            }
            return new Agreement(Long.toString(id), Require.text("/name", name, 1, NAME_MAX), here, sku, product, leastMinor, otherChannel, from, validTo);
        }
    }
}
