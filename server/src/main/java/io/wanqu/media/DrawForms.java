package io.wanqu.media;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.springframework.stereotype.Component;

/** Draws the pixels of a picture anew, once for each width; nothing of the file that was sent is left. */
@Component
class DrawForms {

    private static final float JPEG_QUALITY = 0.82f;

    Forms draw(BufferedImage image) {
        var transparent = image.getColorModel().hasAlpha() && !opaque(image);
        var type = transparent ? "png" : "jpeg";
        var widest = scaled(image, Math.min(image.getWidth(), Picture.WIDTH_MAX), transparent);
        var body = written(widest, type);
        var picture = Picture.of(hash(body), widest.getWidth(), widest.getHeight());
        var bodies = new TreeMap<Integer, byte[]>();
        bodies.put(widest.getWidth(), body);
        var from = widest;
        for (var width : picture.widths().reversed()) {
            if (width < widest.getWidth()) {
                from = scaled(from, width, transparent);
                bodies.put(width, written(from, type));
            }
        }
        return new Forms(picture, type, bodies);
    }

    /** Halves until it is near, so that every pixel counts, and then draws once more. */
    private static BufferedImage scaled(BufferedImage image, int width, boolean transparent) {
        var from = image;
        while (from.getWidth() >= width * 2 && from.getHeight() >= 2) {
            from = drawn(from, from.getWidth() / 2, transparent);
        }
        return drawn(from, width, transparent);
    }

    private static BufferedImage drawn(Image image, int width, boolean transparent) {
        var height = Math.max(1, Math.round((float) image.getHeight(null) * width / image.getWidth(null)));
        var drawn = new BufferedImage(width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static boolean opaque(BufferedImage image) {
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] written(BufferedImage image, String type) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(type).next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var param = writer.getDefaultWriteParam();
            if (type.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param bodies the files by their width */
    record Forms(Picture picture, String type, TreeMap<Integer, byte[]> bodies) {
    }
}
