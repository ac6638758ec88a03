package io.wanqu.storefront;

import java.util.List;

import io.wanqu.payment.Rails;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a page must know of the channel that it stands for. */
@RestController
class DoorController {

    private final Shops shops;
    private final OwnChannels channels;
    private final Rails rails;

    DoorController(Shops shops, OwnChannels channels, Rails rails) {
        this.shops = shops;
        this.channels = channels;
        this.rails = rails;
    }

    @GetMapping("/api/v1/shops/{slug}/own-channels/{key}")
    Response show(@PathVariable String slug, @PathVariable String key) {
        var shop = shops.bySlug(slug);
        var channel = channels.find(shop.id(), key).filter(OwnChannel::on).orElseThrow(StorefrontProblem.UnknownChannel::new);
        return new Response(shop.name(), shop.currency(), shop.state() == Shop.State.OPEN, channel.kind(), channel.name(),
                rails.offered(shop.id(), channel.id()));
    }

    /** @param rails how one may pay here */
    record Response(String shop, String currency, boolean open, OwnChannel.Kind kind, String channel, List<String> rails) {
    }
}
