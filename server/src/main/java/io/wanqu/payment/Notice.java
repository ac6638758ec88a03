package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/** What a rail says of a payment, after its signature was verified; nothing else in it is believed yet. */
public record Notice(String rail, String eventId, ShopId shop, long payment, String payee, Money amount, boolean paid) {
}
