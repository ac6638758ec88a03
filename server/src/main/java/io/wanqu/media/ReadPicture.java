package io.wanqu.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.springframework.stereotype.Component;

/**
 * Unpacks a file to pixels and nothing else. Format and size are read from its head first: a file of a few bytes can
 * promise any number of pixels, and nothing is unpacked that promises too many. What the file says beside its pixels
 * (place, camera, owner, profiles) is never read, but for which side is up.
 */
@Component
class ReadPicture {

    /** Each unpacked picture takes up to four bytes a pixel; more of them at once could fill the memory. */
    private static final int AT_ONCE = 2;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");
    private static final int SIDE_MAX = 16_000;
    /** Twice what is kept, so that a huge picture is read thinner and still looks well. */
    private static final int READ_WIDTH_MAX = 2 * Picture.WIDTH_MAX;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final MediaSettings settings;

    ReadPicture(MediaSettings settings) {
        ImageIO.setUseCache(false);
        this.settings = settings;
    }

    BufferedImage read(byte[] file) {
        if (file.length > settings.bytesMax().toBytes()) {
            throw new MediaProblem.TooManyBytes(settings.bytesMax().toBytes());
        }
        places.acquireUninterruptibly();
        try {
            return Orientation.of(file).apply(pixels(file));
        } finally {
            places.release();
        }
    }

    private BufferedImage pixels(byte[] file) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return pixels(reader, stream);
                }
            }
            throw new MediaProblem.Unreadable();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException | IllegalStateException e) {
            // The decoders meet broken files with all of these.
            throw new MediaProblem.Unreadable();
        }
    }

    private BufferedImage pixels(ImageReader reader, MemoryCacheImageInputStream stream) throws IOException {
        try {
            reader.setInput(stream, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > settings.pixelsMax() || width > SIDE_MAX || height > SIDE_MAX) {
                throw new MediaProblem.TooManyPixels(width, height, settings.pixelsMax());
            }
            var param = reader.getDefaultReadParam();
            var step = Math.max(1, width / READ_WIDTH_MAX);
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }
}
