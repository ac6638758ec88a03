package io.wanqu.channel.stock;

import java.util.Collection;
import java.util.Set;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;

/** Says which listings a channel shall not sell for now, whatever stock there is. */
public interface Withholds {

    Set<Item> withheld(ChannelKey key, Collection<Item> items);
}
