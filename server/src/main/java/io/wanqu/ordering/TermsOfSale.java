package io.wanqu.ordering;

import java.time.Duration;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** What the platform asks for a sale; somebody above decides it, the order keeps it. Asked for every order: it answers from memory. */
public interface TermsOfSale {

    /** The platform's share of a sale made now, in hundredths of a per cent. */
    int commissionBasisPoints(ShopId shop, ChannelId channel);

    /** How long money of an order that is confirmed now waits until the shop may draw it. */
    Duration drawAfter(ShopId shop);
}
