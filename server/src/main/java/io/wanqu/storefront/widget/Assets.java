package io.wanqu.storefront.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of the server's own pages. One version names them all, so that a file never changes under its address. */
@Component
class Assets {

    private static final List<String> NAMES = List.of("loader.js", "words.js", "api.js", "order.js", "widget.js", "pick-up.js", "till.js",
            "page.css", "widget.html", "pick-up.html", "till.html");
    private static final int VERSION_BYTES = 8;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String version;

    Assets() {
        NAMES.forEach(name -> files.put(name, read(name)));
        this.version = version();
    }

    String current() {
        return version;
    }

    byte @Nullable [] file(String name) {
        return name.endsWith(".html") ? null : files.get(name);
    }

    String page(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8).replace("{{version}}", version);
    }

    private String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }

    private static byte[] read(String name) {
        try (var stream = Assets.class.getResourceAsStream("/storefront/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
