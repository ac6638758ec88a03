package io.wanqu.storefront.till;

import java.net.URI;

import io.nayuki.qrcodegen.QrCode;
import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.viewing.OrderLinks;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/** The signed link of an order as a picture to scan; the token stands behind the #, which no server and no log ever sees. */
@Component
public class PickUpCode {

    private static final int QUIET = 4;

    private final OrderLinks links;
    private final URI publicUrl;

    PickUpCode(OrderLinks links, PaymentSettings settings) {
        this.links = links;
        this.publicUrl = settings.publicUrl();
    }

    public Code of(Shop shop, OrderId order) {
        var link = link(shop, order);
        return new Code(link, svg(link, order));
    }

    public String link(Shop shop, OrderId order) {
        return publicUrl.resolve("/pick-up/" + shop.slug() + "/" + order) + "#" + links.token(shop.id(), order);
    }

    /** Presentation attributes only, so that it needs no style that a strict page would refuse. */
    private static String svg(String link, OrderId order) {
        var code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        var side = code.size + 2 * QUIET;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
                <title>QR %2$s</title><rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%3$s"/></svg>"""
                .formatted(side, order, path);
    }

    /** @param link what the picture says, for those who can't scan it; whoever has it may read the codes */
    public record Code(String link, String svg) {

        @Override
        public String toString() {
            return "Code[…]";
        }
    }
}
