package io.wanqu.storefront.till;

import java.net.URI;

import io.nayuki.qrcodegen.QrCode;
import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.viewing.OrderLinks;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.shop.Shop;
import io.wanqu.storefront.QrPicture;

import org.springframework.stereotype.Component;

/** The signed link of an order as a picture to scan; the token stands behind the #, which no server and no log ever sees. */
@Component
public class PickUpCode {

    private final OrderLinks links;
    private final URI publicUrl;

    PickUpCode(OrderLinks links, PaymentSettings settings) {
        this.links = links;
        this.publicUrl = settings.publicUrl();
    }

    public Code of(Shop shop, OrderId order) {
        var link = link(shop, order);
        return new Code(link, QrPicture.svg(link, order.text()));
    }

    public String link(Shop shop, OrderId order) {
        return publicUrl.resolve("/pick-up/" + shop.slug() + "/" + order) + "#" + links.token(shop.id(), order);
    }

    /** @param link what the picture says, for those who can't scan it; whoever has it may read the codes */
    public record Code(String link, String svg) {

        @Override
        public String toString() {
            return "Code[…]";
        }
    }
}
