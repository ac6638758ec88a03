package io.wanqu.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.customer.PlacesOfSale;
import io.wanqu.kernel.ChannelId;

import org.springframework.stereotype.Component;

/** Tells customers' pages what marketplaces are called. */
@Component
class NamesOfChannels implements PlacesOfSale {

    private final Channels channels;

    NamesOfChannels(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Map<ChannelId, Place> of(Collection<Key> asked) {
        var places = new HashMap<ChannelId, Place>();
        channels.among(asked.stream().map(key -> new ChannelKey(key.shop(), key.channel())).toList())
                .forEach(channel -> places.put(channel.key().channel(), new Place(channel.kind(), channel.name())));
        return places;
    }
}
