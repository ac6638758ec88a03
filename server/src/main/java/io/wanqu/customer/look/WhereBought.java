package io.wanqu.customer.look;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.customer.OrdersBought.Bought;
import io.wanqu.customer.OrdersBought.ShopName;
import io.wanqu.customer.PlacesOfSale;
import io.wanqu.customer.PlacesOfSale.Key;
import io.wanqu.customer.PlacesOfSale.Place;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of orders where they were bought. */
@Component
public class WhereBought {

    private final List<PlacesOfSale> known;

    WhereBought(List<PlacesOfSale> known) {
        this.known = known;
    }

    public Map<ChannelId, Place> names(List<Bought> orders) {
        var channels = orders.stream().map(order -> new Key(order.key().shop(), order.channel())).distinct().toList();
        var names = new HashMap<ChannelId, Place>();
        if (!channels.isEmpty()) {
            known.forEach(places -> names.putAll(places.of(channels)));
        }
        return names;
    }

    public List<Placed> of(List<Bought> orders) {
        var names = names(orders);
        return orders.stream().map(order -> {
            var place = names.getOrDefault(order.channel(), Place.PAGE);
            return new Placed(order.key().order(), order.key().shop(), order.shop(),
                    new Channel(order.channel(), place.kind(), place.name(), order.externalId()), order.title(), order.lines(), order.state(),
                    order.total(), order.placedAt(), order.paidAt());
        }).toList();
    }

    /** An order with where it was bought. */
    public record Placed(OrderId number, ShopId shopId, ShopName shop, Channel channel, String title, int lines, String state, Money total,
            Instant placedAt, @Nullable Instant paidAt) {
    }

    /** @param externalOrder the number that the channel gave it */
    public record Channel(ChannelId id, String kind, String name, @Nullable String externalOrder) {
    }
}
