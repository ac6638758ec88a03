package io.wanqu.storefront.showcase;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;
import io.wanqu.storefront.StorefrontProblem;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads a buyer to the listing that the merchant named, and to nowhere else. */
@RestController
class GoController {

    private static final int TEXT_MAX = 60;
    private static final int CLICKS_PER_MINUTE_MAX = 30;

    private final Shops shops;
    private final OwnChannels channels;
    private final Clicks clicks;
    private final ClientAddress addresses;

    GoController(Shops shops, OwnChannels channels, Clicks clicks, ClientAddress addresses) {
        this.shops = shops;
        this.channels = channels;
        this.clicks = clicks;
        this.addresses = addresses;
    }

    /** Who clicks too often is still led on, and no longer counted. */
    @GetMapping("/go/{slug}/{product}/{key}")
    ResponseEntity<Void> go(@PathVariable String slug, @PathVariable long product, @PathVariable String key,
            @RequestParam(name = "utm_source", required = false) @Nullable String source,
            @RequestParam(name = "utm_campaign", required = false) @Nullable String campaign, HttpServletRequest http) {
        var shop = shops.bySlug(slug);
        var channel = channels.find(shop.id(), key).filter(OwnChannel::on).orElseThrow(StorefrontProblem.UnknownChannel::new);
        var agent = http.getHeader("User-Agent");
        var target = clicks.follow(shop.id(), new Showcases.Click(product, channel.id(), text(source), text(campaign)),
                addresses.of(http), agent == null ? "" : agent);
        return ResponseEntity.status(HttpStatus.FOUND).location(target).cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer").header("X-Robots-Tag", "noindex").build();
    }

    /** Letters, digits and a few signs: what campaigns are named with, and nothing that could name a person. */
    private static String text(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var kept = value.codePoints().filter(it -> Character.isLetterOrDigit(it) || "-_. ".indexOf(it) >= 0).limit(TEXT_MAX);
        return kept.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Counts who follows. */
    @Component
    static class Clicks {

        private final Showcases showcases;
        private final Sealing sealing;
        private final Ids ids;
        private final Clock clock;
        private final Limiter limiter;

        Clicks(Showcases showcases, Sealing sealing, Ids ids, Clock clock) {
            this.showcases = showcases;
            this.sealing = sealing;
            this.ids = ids;
            this.clock = clock;
            this.limiter = new Limiter(CLICKS_PER_MINUTE_MAX, Duration.ofMinutes(1), clock);
        }

        URI follow(ShopId shop, Showcases.Click click, String address, String agent) {
            var showcase = showcases.find(shop, click.product()).orElseThrow(StorefrontProblem.NothingToShow::new);
            if (limiter.take(address).allowed()) {
                var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                var visitor = sealing.hash(shop, "storefront.visitor/" + day, (address + "\n" + agent).getBytes(StandardCharsets.UTF_8));
                showcases.click(shop, ids.next(), click, visitor, clock.instant());
            }
            return URI.create(showcase.target());
        }
    }
}
