package io.wanqu.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

/** Draws the pictures of the demo shop: a plain sign on a card before two colours. Without letters, so that no font is needed. */
final class DrawPictures {

    private static final Color LIGHT = new Color(255, 255, 255, 235);
    private static final Color VEIL = new Color(255, 255, 255, 38);

    private DrawPictures() {
    }

    /** @param motif the sign; colours are hexadecimal */
    static byte[] draw(String motif, String from, String to, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, color(from), width, height, color(to)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(VEIL);
        graphics.fill(new Ellipse2D.Double(width - height * 0.45, -height * 0.35, height * 0.9, height * 0.9));
        graphics.fill(new Ellipse2D.Double(-height * 0.3, height * 0.6, height * 0.7, height * 0.7));
        sign(graphics, motif, color(from), width, height);
        graphics.dispose();
        return png(image);
    }

    /** Signs are made for a square of 100; a banner has a row of them. */
    private static void sign(Graphics2D graphics, String motif, Color dark, int width, int height) {
        if (motif.equals("bridge")) {
            var size = height * 0.5;
            var signs = List.of("coin", "play", "star", "key");
            for (var i = 0; i < signs.size(); i++) {
                card(graphics, signs.get(i), dark, width * (0.14 + 0.24 * i) - size / 2, height * 0.25, size);
            }
        } else {
            card(graphics, motif, dark, width * 0.2, height * 0.2, width * 0.6);
        }
    }

    private static void card(Graphics2D graphics, String motif, Color dark, double x, double y, double size) {
        var before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(size / 100, size / 100);
        graphics.rotate(-0.06, 50, 50);
        graphics.setColor(new Color(0, 0, 0, 50));
        graphics.fill(new RoundRectangle2D.Double(3, 6, 100, 100, 22, 22));
        graphics.setColor(LIGHT);
        graphics.fill(new RoundRectangle2D.Double(0, 0, 100, 100, 22, 22));
        graphics.setColor(dark);
        graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        motif(graphics, motif);
        graphics.setTransform(before);
    }

    private static void motif(Graphics2D graphics, String motif) {
        switch (motif) {
            case "coin" -> coin(graphics);
            case "play" -> graphics.fill(path(36, 26, 76, 50, 36, 74));
            case "star" -> graphics.fill(star());
            case "gift" -> gift(graphics);
            case "people" -> people(graphics);
            case "digits" -> digits(graphics);
            case "cloud" -> graphics.fill(cloud());
            case "note" -> note(graphics);
            case "book" -> book(graphics);
            case "grid" -> grid(graphics);
            case "shield" -> shield(graphics);
            case "disk" -> disk(graphics);
            case "pad" -> pad(graphics);
            case "key" -> key(graphics);
            default -> throw new IllegalArgumentException("no sign " + motif);
        }
    }

    private static void coin(Graphics2D graphics) {
        graphics.draw(new Ellipse2D.Double(22, 22, 56, 56));
        graphics.fill(path(50, 34, 62, 50, 50, 66, 38, 50));
    }

    private static Shape star() {
        var star = new Path2D.Double();
        for (var i = 0; i < 10; i++) {
            var radius = i % 2 == 0 ? 32 : 14;
            var angle = Math.PI * i / 5 - Math.PI / 2;
            var x = 50 + radius * Math.cos(angle);
            var y = 52 + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    private static void gift(Graphics2D graphics) {
        graphics.draw(new RoundRectangle2D.Double(26, 46, 48, 32, 6, 6));
        graphics.draw(new RoundRectangle2D.Double(22, 34, 56, 12, 4, 4));
        graphics.draw(path(50, 34, 50, 78));
        graphics.draw(new Ellipse2D.Double(34, 20, 16, 14));
        graphics.draw(new Ellipse2D.Double(50, 20, 16, 14));
    }

    private static void people(Graphics2D graphics) {
        graphics.fill(new Ellipse2D.Double(28, 26, 20, 20));
        graphics.fill(new Ellipse2D.Double(54, 30, 17, 17));
        graphics.fill(new RoundRectangle2D.Double(20, 52, 36, 26, 20, 20));
        graphics.fill(new RoundRectangle2D.Double(60, 54, 22, 24, 16, 16));
    }

    private static void digits(Graphics2D graphics) {
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                graphics.fill(new RoundRectangle2D.Double(26 + column * 18, 26 + row * 18, 12, 12, 5, 5));
            }
        }
    }

    private static Shape cloud() {
        var cloud = new Area(new Ellipse2D.Double(20, 44, 28, 28));
        cloud.add(new Area(new Ellipse2D.Double(34, 28, 36, 36)));
        cloud.add(new Area(new Ellipse2D.Double(54, 42, 28, 30)));
        cloud.add(new Area(new Rectangle2D.Double(34, 54, 34, 18)));
        return cloud;
    }

    private static void note(Graphics2D graphics) {
        graphics.fill(new Ellipse2D.Double(26, 60, 20, 16));
        graphics.fill(new Ellipse2D.Double(58, 54, 20, 16));
        graphics.draw(path(43, 66, 43, 30, 75, 24, 75, 60));
    }

    private static void book(Graphics2D graphics) {
        graphics.draw(path(50, 32, 24, 26, 24, 70, 50, 76, 76, 70, 76, 26, 50, 32, 50, 76));
    }

    private static void grid(Graphics2D graphics) {
        graphics.draw(new RoundRectangle2D.Double(24, 24, 52, 52, 8, 8));
        graphics.draw(path(24, 42, 76, 42));
        graphics.draw(path(24, 59, 76, 59));
        graphics.draw(path(44, 24, 44, 76));
    }

    private static void shield(Graphics2D graphics) {
        graphics.draw(path(50, 20, 76, 30, 74, 54, 50, 80, 26, 54, 24, 30, 50, 20));
        graphics.draw(path(38, 50, 47, 59, 63, 40));
    }

    private static void disk(Graphics2D graphics) {
        for (var i = 0; i < 3; i++) {
            graphics.draw(new RoundRectangle2D.Double(24, 24 + i * 19, 52, 14, 6, 6));
            graphics.fill(new Ellipse2D.Double(63, 28 + i * 19, 6, 6));
        }
    }

    private static void pad(Graphics2D graphics) {
        graphics.draw(new RoundRectangle2D.Double(18, 34, 64, 36, 34, 34));
        graphics.draw(path(28, 52, 42, 52));
        graphics.draw(path(35, 45, 35, 59));
        graphics.fill(new Ellipse2D.Double(58, 53, 8, 8));
        graphics.fill(new Ellipse2D.Double(66, 44, 8, 8));
    }

    private static void key(Graphics2D graphics) {
        graphics.draw(new Ellipse2D.Double(22, 38, 26, 26));
        graphics.draw(path(48, 51, 80, 51, 80, 62));
        graphics.draw(path(68, 51, 68, 60));
    }

    private static Shape path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Color color(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
