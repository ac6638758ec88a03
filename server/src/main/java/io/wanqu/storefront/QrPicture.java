package io.wanqu.storefront;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture to scan; presentation attributes only, so that it needs no style that a strict page would refuse. */
public final class QrPicture {

    private static final int QUIET = 4;

    private QrPicture() {
    }

    /** @param title for those who can't see it; nothing that must be escaped */
    public static String svg(String text, String title) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
                <title>QR %2$s</title><rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%3$s"/></svg>"""
                .formatted(code.size + 2 * QUIET, title, path);
    }
}
