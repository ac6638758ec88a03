package io.wanqu.storefront.widget;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.swagger.v3.oas.annotations.Hidden;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;
import io.wanqu.storefront.StorefrontProblem;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the widget, the till and the pick-up page: files without a word of script or style inside. */
@Hidden
@RestController
class PageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors ";
    private static final Duration SCRIPT_CACHED = Duration.ofMinutes(5);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Assets assets;
    private final Shops shops;
    private final OwnChannels channels;

    PageController(Assets assets, Shops shops, OwnChannels channels) {
        this.assets = assets;
        this.shops = shops;
        this.channels = channels;
    }

    /** The one address that sites write down, so it must be able to change: it is asked for again after minutes. */
    @GetMapping("/widget/{slug}.js")
    ResponseEntity<byte[]> loader(@PathVariable String slug) {
        shops.bySlug(slug);
        return ResponseEntity.ok().contentType(SCRIPT).eTag(tag()).cacheControl(CacheControl.maxAge(SCRIPT_CACHED).cachePublic())
                .header("X-Content-Type-Options", "nosniff").header("Cross-Origin-Resource-Policy", "cross-origin").body(assets.file("loader.js"));
    }

    /** Only the sites that the merchant named may show it in a frame. */
    @GetMapping("/widget/{slug}/{key}")
    ResponseEntity<String> widget(@PathVariable String slug, @PathVariable String key) {
        var shop = shops.bySlug(slug);
        var channel = channels.find(shop.id(), key).filter(it -> it.on() && it.kind() == OwnChannel.Kind.WIDGET)
                .orElseThrow(StorefrontProblem.UnknownChannel::new);
        return page("widget.html", channel.origins().isEmpty() ? "'none'" : String.join(" ", channel.origins()));
    }

    @GetMapping("/till/{slug}")
    ResponseEntity<String> till(@PathVariable String slug) {
        shops.bySlug(slug);
        return page("till.html", "'none'");
    }

    @GetMapping("/pick-up/{slug}/{number}")
    ResponseEntity<String> pickUp(@PathVariable String slug, @PathVariable long number) {
        shops.bySlug(slug);
        return page("pick-up.html", "'none'");
    }

    /** An older version is gone: whoever asks for it holds an old page and is not given a newer file under its name. */
    @GetMapping("/own/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        var file = version.equals(assets.current()) ? assets.file(name) : null;
        if (file == null) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).cacheControl(CacheControl.noStore()).build();
        }
        return ResponseEntity.ok().contentType(name.endsWith(".css") ? STYLE : SCRIPT).eTag(tag())
                .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable()).header("X-Content-Type-Options", "nosniff").body(file);
    }

    private ResponseEntity<String> page(String name, String ancestors) {
        return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache()).header("Content-Security-Policy", POLICY + ancestors)
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), clipboard-write=(self)").body(assets.page(name));
    }

    private String tag() {
        return '"' + assets.current() + '"';
    }
}
