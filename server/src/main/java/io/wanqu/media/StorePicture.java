package io.wanqu.media;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Limiter;

import org.springframework.stereotype.Component;

/** Takes a picture in: reads it with suspicion, draws it anew in a few widths and keeps those. */
@Component
public class StorePicture {

    private final ReadPicture readPicture;
    private final DrawForms drawForms;
    private final PictureTable table;
    private final ShopScope scope;
    private final MediaSettings settings;
    private final Limiter uploads;

    StorePicture(ReadPicture readPicture, DrawForms drawForms, PictureTable table, ShopScope scope, MediaSettings settings, Clock clock) {
        this.readPicture = readPicture;
        this.drawForms = drawForms;
        this.table = table;
        this.scope = scope;
        this.settings = settings;
        this.uploads = new Limiter(settings.uploadsPerMinute(), Duration.ofMinutes(1), clock);
    }

    /** The same picture sent again is the same picture. */
    public Picture store(ShopId shop, byte[] file, String by) {
        var outcome = uploads.take(shop.text());
        if (!outcome.allowed()) {
            throw new MediaProblem.TooManyUploads(outcome.retryAfterSeconds());
        }
        var forms = drawForms.draw(readPicture.read(file));
        return scope.in(shop, () -> {
            if (table.add(shop, forms, by)) {
                if (table.unused(shop) > settings.unusedMax()) {
                    throw new MediaProblem.TooManyUnused(settings.unusedMax());
                }
                table.addForms(shop, forms);
            }
            return forms.picture();
        });
    }
}
