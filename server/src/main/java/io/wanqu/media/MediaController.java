package io.wanqu.media;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures over HTTP: staff send them as the body of a request, everybody looks at what is shown. */
@RestController
class MediaController {

    private static final int LISTED = 200;
    private static final Duration YEAR = Duration.ofDays(365);

    private final StorePicture storePicture;
    private final PictureTable table;
    private final PictureFiles files;
    private final ShopScope scope;
    private final MediaSettings settings;

    MediaController(StorePicture storePicture, PictureTable table, PictureFiles files, ShopScope scope, MediaSettings settings) {
        this.storePicture = storePicture;
        this.table = table;
        this.files = files;
        this.scope = scope;
        this.settings = settings;
    }

    /** What the file is, is seen from the file; sending it twice makes one picture, so no key for repeats is needed. */
    @PostMapping("/api/v1/media")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Picture> store(Caller caller, HttpServletRequest request) throws IOException {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var max = settings.bytesMax().toBytes();
        var file = request.getInputStream().readNBytes((int) max + 1);
        if (file.length > max) {
            throw new MediaProblem.TooManyBytes(max);
        }
        var picture = storePicture.store(shop, file, caller.name());
        return ResponseEntity.created(URI.create("/media/" + picture.hash() + "/" + picture.width())).body(picture);
    }

    /** The shop's pictures, newest first. */
    @GetMapping("/api/v1/media")
    List<Picture> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> table.list(shop, LISTED));
    }

    /** For staff, who see a picture before any page shows it. */
    @GetMapping("/api/v1/media/{hash}/{width}")
    ResponseEntity<byte[]> own(Caller caller, @PathVariable String hash, @PathVariable int width) {
        var shop = caller.must(Scope.SHOP_READ);
        var file = scope.in(shop, () -> files.own(shop, hash, width)).orElseThrow(() -> new MediaProblem.UnknownPicture(hash));
        return answer(file, CacheControl.maxAge(YEAR).cachePrivate().immutable(), hash, width);
    }

    /** Any width may be asked for; the narrowest form that is wide enough comes, else the widest. */
    @GetMapping("/media/{hash}/{width}")
    ResponseEntity<byte[]> shown(@PathVariable String hash, @PathVariable int width) {
        var file = files.shown(hash, width).orElseThrow(() -> new MediaProblem.UnknownPicture(hash));
        return answer(file, CacheControl.maxAge(YEAR).cachePublic().immutable(), hash, width);
    }

    /** Whatever the bytes may look like to a browser, they are a picture and nothing that runs. */
    private static ResponseEntity<byte[]> answer(PictureFiles.File file, CacheControl cached, String hash, int width) {
        return ResponseEntity.ok()
                .contentType(new MediaType("image", file.type()))
                .cacheControl(cached)
                .eTag('"' + hash + "-" + width + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(file.body());
    }
}
