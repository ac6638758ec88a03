package io.wanqu.channel.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.consignment.Consignments;
import io.wanqu.channel.consignment.Consignments.SoldLine;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.TakeChannelOrders;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was seen and tells ordering of it, in one transaction. */
@Component
class StoreSightings {

    private final ExternalOrders external;
    private final TakeChannelOrders takeOrders;
    private final Consignments consignments;

    StoreSightings(ExternalOrders external, TakeChannelOrders takeOrders, Consignments consignments) {
        this.external = external;
        this.takeOrders = takeOrders;
        this.consignments = consignments;
    }

    @Transactional
    public void store(ChannelKey key, List<Sighting> sightings, Instant readAt) {
        var latest = external.see(key, sightings, readAt);
        var sales = new ArrayList<ChannelSale>();
        for (var sighting : sightings) {
            var sale = sighting.sale();
            if (sale != null && latest.contains(sale.externalId())) {
                sales.add(sale);
            }
        }
        if (!sales.isEmpty()) {
            takeOrders.take(key.shop(), key.channel(), sales);
            var consigned = sales.stream().flatMap(sale -> sale.lines().stream().filter(line -> !line.consigned().isEmpty())
                    .map(line -> new SoldLine(sale.externalId(), line.externalLine()))).toList();
            if (!consigned.isEmpty()) {
                consignments.sold(key, consigned);
            }
        }
    }
}
