package io.wanqu.storefront;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.wanqu.customer.PlacesOfSale;
import io.wanqu.kernel.ChannelId;

import org.springframework.stereotype.Component;

/** Tells customers' pages what a shop's own channels are called. */
@Component
class NamesOfOwnChannels implements PlacesOfSale {

    private final OwnChannels channels;

    NamesOfOwnChannels(OwnChannels channels) {
        this.channels = channels;
    }

    @Override
    public Map<ChannelId, Place> of(Collection<Key> asked) {
        var places = new HashMap<ChannelId, Place>();
        channels.among(asked).forEach(channel -> places.put(channel.id(), new Place(channel.kind().text(), channel.name())));
        return places;
    }
}
