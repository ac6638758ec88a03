package io.wanqu.channel.listing;

import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.listing.Publications.Item;
import io.wanqu.channel.listing.Publications.Progress;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.pricing.PriceGuard.Waiver;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishes many products to many channels at once; how far it is can be asked whenever one likes. */
@RestController
@RequestMapping("/api/v1/publications")
class PublicationController {

    private static final int CHANNELS_MAX = 50;
    private static final int PRODUCTS_MAX = 500;
    private static final int REASON_MAX = 500;

    private final PublishOffers publishOffers;
    private final Publications publications;
    private final ShopScope scope;

    PublicationController(PublishOffers publishOffers, Publications publications, ShopScope scope) {
        this.publishOffers = publishOffers;
        this.publications = publications;
        this.scope = scope;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent
    View publish(Caller caller, @RequestBody Request request) {
        var shop = caller.mustSomewhere(Scope.CHANNELS_WRITE);
        Require.items("/channels", request.channels, 1, CHANNELS_MAX).forEach(channel -> ChannelKey.of(caller, channel));
        if (request.waive != null) {
            caller.must(Scope.AGREEMENTS_WAIVE);
        }
        var wanted = new PublishOffers.Request(Require.items("/channels", request.channels, 1, CHANNELS_MAX),
                Require.items("/products", request.products, 1, PRODUCTS_MAX), request.shown == null || request.shown, caller.name(),
                request.waive == null ? null : new Waiver(Require.text("/waive", request.waive, 1, REASON_MAX), caller.name()));
        return scope.in(shop, () -> view(shop, publishOffers.publish(shop, wanted)));
    }

    @GetMapping("/{id}")
    View show(Caller caller, @PathVariable long id) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> view(shop, id));
    }

    /** The latest first. */
    @GetMapping
    List<Progress> list(Caller caller, @RequestParam(defaultValue = "50") int limit) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> publications.latest(shop, Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    private View view(ShopId shop, long id) {
        var progress = publications.find(shop, id).orElseThrow(() -> new ChannelProblem.UnknownPublication(id));
        return new View(progress, publications.items(shop, id, PRODUCTS_MAX));
    }

    /**
     * What shall be published where.
     *
     * @param shown false takes it down
     * @param waive why agreements that it breaks shall not hold it up; asks for a scope of its own
     */
    record Request(@Nullable List<ChannelId> channels, @Nullable List<Long> products, @Nullable Boolean shown, @Nullable String waive) {
    }

    /** @param items some hundred of them, those that are not well first */
    record View(Progress progress, List<Item> items) {
    }
}
