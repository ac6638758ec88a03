package io.wanqu.customer;

import java.util.Collection;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** Knows what channels are called; each module that keeps some has a bean of this kind. */
public interface PlacesOfSale {

    /** Those of the channels that this module knows. */
    Map<ChannelId, Place> of(Collection<Key> channels);

    record Key(ShopId shop, ChannelId channel) {
    }

    /** @param kind for example {@code page}, {@code till} or the kind of a marketplace */
    record Place(String kind, String name) {

        /** Where an order came in that no module knows more of: the shop's own page. */
        public static final Place PAGE = new Place("page", "");
    }
}
