package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/** What a rail says of a payment, after its signature was verified; nothing else in it is believed yet. */
public record Notice(String rail, String eventId, ShopId shop, long payment, String payee, Money amount, boolean paid) {

    public Key key() {
        return new Key(shop, rail, eventId);
    }

    /** What makes an event of a rail one and the same; a rail numbers them for each merchant. */
    public record Key(ShopId shop, String rail, String eventId) {
    }
}
