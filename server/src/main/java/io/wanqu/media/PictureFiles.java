package io.wanqu.media;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Gives pictures out, mostly from copies on this node; a picture never changes under its name. */
@Component
class PictureFiles {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** Whether a picture is shown anywhere is asked again after so long. */
    private static final Duration COPIED = Duration.ofMinutes(10);

    private final PictureTable table;
    private final Cache<Name, File> copies;

    PictureFiles(PictureTable table, MediaSettings settings) {
        this.table = table;
        this.copies = Caffeine.newBuilder()
                .expireAfterWrite(COPIED)
                .maximumWeight(settings.copies().toBytes())
                .weigher((Name name, File file) -> file.body.length)
                .build();
    }

    /** What some page shows; a picture that none shows is nobody's to see. */
    Optional<File> shown(String hash, int width) {
        var copy = copies.getIfPresent(new Name(hash, width));
        if (copy != null || !HASH.matcher(hash).matches()) {
            return Optional.ofNullable(copy);
        }
        var file = table.shown(hash).map(it -> file(it, width));
        file.ifPresent(it -> copies.put(new Name(hash, width), it));
        return file;
    }

    Optional<File> own(ShopId shop, String hash, int width) {
        return HASH.matcher(hash).matches() ? table.own(shop, hash).map(it -> file(it, width)) : Optional.empty();
    }

    private File file(PictureTable.Shown shown, int width) {
        return new File(shown.type(), table.body(shown.shop(), shown.picture().hash(), shown.picture().formFor(width)));
    }

    record File(String type, byte[] body) {
    }

    private record Name(String hash, int width) {
    }
}
