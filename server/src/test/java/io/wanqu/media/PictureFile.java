package io.wanqu.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Files of pictures, good and evil. */
public final class PictureFile {

    /** One pixel, lossy WebP. */
    public static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private PictureFile() {
    }

    public static byte[] of(String format, int width, int height, Color color) {
        var image = new BufferedImage(width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes whose head promises so many pixels. */
    public static byte[] promising(int width, int height) {
        var file = of("png", 1, 1, Color.WHITE);
        var head = ByteBuffer.wrap(file);
        head.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(file, 12, 17);
        head.putInt(29, (int) crc.getValue());
        return file;
    }

    /** A JPEG whose camera says that its right side is up, and which names its owner. */
    public static byte[] turned(int width, int height) {
        var file = of("jpeg", width, height, Color.BLUE);
        var owner = "Lin, 12 Long Street".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + owner.length);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2)).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.put(new byte[] {'M', 'M'}).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0).putInt(0).put(owner);
        return ByteBuffer.allocate(file.length + exif.capacity()).put(file, 0, 2).put(exif.array()).put(file, 2, file.length - 2).array();
    }
}
