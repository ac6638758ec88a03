package io.wanqu.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.wanqu.kernel.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of the built pages as they lie in the jar; a server that was built without Node.js has none. */
@Component
class BuiltFiles {

    private static final String ROOT = "/pages/";
    private static final Map<String, String> ENDINGS = Map.of("br", ".br", "gzip", ".gz", "", "");

    private final Map<String, BuiltFile> files;
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    BuiltFiles() {
        var list = read("files.json");
        this.files = list == null ? Map.of() : Json.read(new String(list, StandardCharsets.UTF_8), Listing.class).files().stream()
                .collect(Collectors.toUnmodifiableMap(BuiltFile::path, Function.identity()));
    }

    Optional<BuiltFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Those whose whole path is of this form, each by the first group of it. */
    Map<String, BuiltFile> matching(Pattern form) {
        return files.values().stream().map(file -> Map.entry(form.matcher(file.path()), file)).filter(it -> it.getKey().matches())
                .collect(Collectors.toUnmodifiableMap(it -> it.getKey().group(1), Map.Entry::getValue));
    }

    /** @param form br, gzip, or nothing for the file itself */
    byte[] bytes(BuiltFile file, String form) {
        return bytes.computeIfAbsent(file.path() + ENDINGS.get(form), path -> {
            var found = read(path);
            if (found == null) {
                throw new IllegalStateException("the list of the built pages names " + path + ", and it is missing");
            }
            return found;
        });
    }

    /** A whole page as text. */
    Optional<String> text(String path) {
        return find(path).map(file -> new String(bytes(file, ""), StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] read(String path) {
        try (var stream = BuiltFiles.class.getResourceAsStream(ROOT + path)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Listing(List<BuiltFile> files) {
    }
}
