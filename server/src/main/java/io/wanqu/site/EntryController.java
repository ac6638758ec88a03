package io.wanqu.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import io.wanqu.shop.Shop;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The addresses that people and crawlers come in by. */
@Hidden
@RestController
class EntryController {

    private final Hosts hosts;
    private final Entries entries;
    private final Head head;
    private final Shell shell;

    EntryController(Hosts hosts, Entries entries, Head head, Shell shell) {
        this.hosts = hosts;
        this.entries = entries;
        this.head = head;
        this.shell = shell;
    }

    @GetMapping("/")
    ResponseEntity<String> front(HttpServletRequest request) {
        var own = hosts.owner(request);
        if (own.isPresent()) {
            return answer(own, "", "", request);
        }
        var only = hosts.shopOfTheRoot();
        return answer(only, only.map(shop -> "/s/" + shop.slug()).orElse(""), "", request);
    }

    @GetMapping({"/s/{slug}", "/s/{slug}/{*rest}"})
    ResponseEntity<String> shop(@PathVariable String slug, @PathVariable Optional<String> rest, HttpServletRequest request) {
        var shop = hosts.bySlug(slug);
        if (shop.isPresent() && !shop.get().slug().equals(slug)) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/s/" + shop.get().slug() + UriUtils.encodePath(rest.orElse(""), StandardCharsets.UTF_8))).build();
        }
        return answer(shop, "/s/" + slug, rest.orElse(""), request);
    }

    /** The pages of a shop on a domain of its own. On every other host there is nothing there. */
    @GetMapping({"/p/{*rest}", "/c/{*rest}", "/search", "/cart", "/checkout", "/o/{*rest}", "/orders", "/look-up", "/pay/{*rest}", "/gift/{*rest}",
        "/account", "/sign-in", "/security", "/devices", "/privacy", "/hand-off/{*rest}", "/wallet/{*rest}", "/help"})
    ResponseEntity<String> own(HttpServletRequest request) {
        return answer(hosts.owner(request), "", UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8), request);
    }

    private ResponseEntity<String> answer(Optional<Shop> shop, String base, String path, HttpServletRequest request) {
        var asked = request.getParameter("lang");
        var words = Words.of(asked, Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse(""));
        var visit = new Visit(shop.orElse(null), base, path.equals("/") ? "" : path, hosts.origin(request), asked, words);
        var entry = entries.find(visit);
        if (shell.missing() && visit.path().isEmpty()) {
            entry.first().line("p", words.text("no-pages"));
        }
        var page = shell.page(words.tag(), head.of(visit, entry), entry.first());
        return ResponseEntity.status(entry.status()).contentType(Shell.TYPE).headers(PageGuards.page())
                .cacheControl(entry.status().is2xxSuccessful() ? CacheControl.noCache() : CacheControl.noStore())
                .eTag("W/\"" + UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)) + '"')
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE).header(HttpHeaders.CONTENT_LANGUAGE, words.tag()).body(page);
    }
}
