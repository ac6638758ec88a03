package io.wanqu.media;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which side of a telephone's picture is up; it is lost with the rest of the metadata unless the pixels are turned. */
enum Orientation {

    UPRIGHT, MIRRORED, HALF_TURN, UPSIDE_DOWN, MIRRORED_LEFT, RIGHT_TURN, MIRRORED_RIGHT, LEFT_TURN;

    private static final int JPEG = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEAD_BYTES = 6;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int LITTLE_ENDIAN = 0x4949;

    static Orientation of(byte[] file) {
        try {
            var value = exif(ByteBuffer.wrap(file));
            return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    /** Walks the segments of a JPEG to the one that a camera writes; 0 where there is none. */
    private static int exif(ByteBuffer file) {
        if (Short.toUnsignedInt(file.getShort()) != JPEG) {
            return 0;
        }
        while (true) {
            var marker = Short.toUnsignedInt(file.getShort());
            var length = Short.toUnsignedInt(file.getShort());
            if (marker == START_OF_SCAN || marker >> Byte.SIZE != 0xff) {
                return 0;
            }
            if (marker == APP1 && file.getInt(file.position()) == EXIF) {
                return tag(file.slice(file.position() + EXIF_HEAD_BYTES, length - 2 - EXIF_HEAD_BYTES));
            }
            file.position(file.position() + length - 2);
        }
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(Short.toUnsignedInt(tiff.getShort(0)) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(Integer.BYTES);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries; i++) {
            var entry = directory + Short.BYTES + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                return Short.toUnsignedInt(tiff.getShort(entry + Long.BYTES));
            }
        }
        return 0;
    }

    BufferedImage apply(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        var sideways = ordinal() >= MIRRORED_LEFT.ordinal();
        var width = sideways ? image.getHeight() : image.getWidth();
        var height = sideways ? image.getWidth() : image.getHeight();
        var turned = new BufferedImage(width, height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.drawImage(image, transform(image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform transform(double width, double height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case HALF_TURN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN -> new AffineTransform(1, 0, 0, -1, 0, height);
            case MIRRORED_LEFT -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TURN -> new AffineTransform(0, 1, -1, 0, height, 0);
            case MIRRORED_RIGHT -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT_TURN -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
