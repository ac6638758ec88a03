package io.wanqu.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.swagger.v3.oas.annotations.Hidden;
import io.wanqu.catalog.shelf.OnSale;
import io.wanqu.kernel.ShopId;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells crawlers where they may go and what there is. */
@Hidden
@RestController
class SitemapController {

    private static final CacheControl CACHED = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Sitemaps sitemaps;
    private final Hosts hosts;

    SitemapController(Sitemaps sitemaps, Hosts hosts) {
        this.sitemaps = sitemaps;
        this.hosts = hosts;
    }

    /** What is nobody's business carries noindex instead: a page that may not be read can't say so. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(CACHED)
                .body("User-agent: *\nDisallow: /api/\nDisallow: /console/\n\nSitemap: " + hosts.origin(request) + "/sitemap.xml\n");
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(XML).cacheControl(CACHED).body(sitemaps.index(hosts.owner(request), hosts.origin(request)));
    }

    @GetMapping("/sitemaps/shops-{after:\\d{1,18}}.xml")
    void shops(@PathVariable long after, HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(response);
        sitemaps.shops(hosts.owner(request), after, hosts.origin(request), response.getWriter());
    }

    @GetMapping("/sitemaps/products-{shop:\\d{1,18}}-{product:\\d{1,18}}.xml")
    void products(@PathVariable long shop, @PathVariable long product, HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(response);
        sitemaps.products(hosts.owner(request), new OnSale.Place(new ShopId(shop), product), hosts.origin(request), response.getWriter());
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType(XML.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED.getHeaderValue());
    }
}
