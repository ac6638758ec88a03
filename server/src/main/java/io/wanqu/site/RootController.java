package io.wanqu.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Hidden;
import io.wanqu.shop.Shop;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The few files that browsers look for at the root. */
@Hidden
@RestController
class RootController {

    private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
    private static final MediaType MANIFEST = new MediaType("application", "manifest+json", StandardCharsets.UTF_8);
    private static final Map<String, MediaType> TYPES = Map.of(".svg", new MediaType("image", "svg+xml"), ".png", MediaType.IMAGE_PNG,
            ".ico", new MediaType("image", "x-icon"), ".css", new MediaType("text", "css", StandardCharsets.UTF_8));
    /** As the tokens of the pages have them: accent and ground. */
    private static final String ACCENT = "#b8320e";
    private static final String GROUND = "#f6f5f3";

    private final Hosts hosts;

    RootController(Hosts hosts) {
        this.hosts = hosts;
    }

    @GetMapping({"/favicon.svg", "/favicon.ico", "/icon-192.png", "/icon-512.png", "/apple-touch-icon.png", "/plain.css"})
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        var name = request.getRequestURI();
        var type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.'))));
        return ResponseEntity.ok().contentType(type).cacheControl(DAY).headers(PageGuards.part()).body(read(name));
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
        var name = hosts.owner(request).or(hosts::shopOfTheRoot).map(Shop::name).orElse(Shell.HOUSE);
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("name", name);
        manifest.put("short_name", name);
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("theme_color", ACCENT);
        manifest.put("background_color", GROUND);
        manifest.put("icons", List.of(icon("/icon-192.png", "192x192", "image/png"), icon("/icon-512.png", "512x512", "image/png"),
                icon("/favicon.svg", "any", "image/svg+xml")));
        return ResponseEntity.ok().contentType(MANIFEST).cacheControl(DAY).headers(PageGuards.part()).body(manifest);
    }

    private static Map<String, String> icon(String source, String sizes, String type) {
        return Map.of("src", source, "sizes", sizes, "type", type);
    }

    private static byte[] read(String name) {
        try (var stream = Objects.requireNonNull(RootController.class.getResourceAsStream("/site" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
