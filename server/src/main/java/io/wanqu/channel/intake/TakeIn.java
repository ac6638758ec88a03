package io.wanqu.channel.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.consignment.ConsignedSales;
import io.wanqu.connector.ChannelOrder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one path by which orders of channels come in, whoever found them. A description that was seen before is dropped,
 * the rest goes to ordering a batch at a time; when a batch fails, its orders go one by one and only the bad one stays.
 */
@Component
class TakeIn {

    private static final Logger log = LoggerFactory.getLogger(TakeIn.class);
    private static final int BATCH_MAX = 300;
    /** A channel that hands out codes itself may name them a little later than it tells of the sale. */
    private static final Duration CODES_LOOK = Duration.ofSeconds(5);

    private final ExternalOrders external;
    private final StoreSightings store;
    private final ListedOffers listedOffers;
    private final ConsignedSales consignedSales;
    private final Alerts alerts;
    private final Inbox inbox;

    TakeIn(ExternalOrders external, StoreSightings store, ListedOffers listedOffers, ConsignedSales consignedSales, Alerts alerts, Inbox inbox) {
        this.external = external;
        this.store = store;
        this.listedOffers = listedOffers;
        this.consignedSales = consignedSales;
        this.alerts = alerts;
        this.inbox = inbox;
    }

    /** @param readAt when the channel was asked, because what it said is at least as young as that */
    void take(OpenChannel channel, Collection<ChannelOrder> orders, Instant readAt) {
        var key = channel.key();
        var newest = new LinkedHashMap<String, ChannelOrder>();
        orders.forEach(order -> newest.merge(order.externalOrderId(), order, TakeIn::younger));
        var known = external.known(key, newest.keySet());
        var changed = newest.values().stream()
                .filter(order -> {
                    var before = known.get(order.externalOrderId());
                    return before == null || !before.settledAs(Sighting.fingerprint(order));
                })
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        var consigned = consignedSales.of(channel, changed.stream()
                .filter(order -> known.get(order.externalOrderId()) == null || !known.get(order.externalOrderId()).taken()).toList());
        inbox.again(key, consigned.awaited(), "codes", readAt.plus(CODES_LOOK));
        var judge = new Judge(key, listedOffers.of(key, changed), consigned);
        var sightings = changed.stream().filter(order -> !consigned.awaited().contains(order.externalOrderId()))
                .map(order -> {
                    var before = known.get(order.externalOrderId());
                    return judge.judge(order, before != null && before.taken());
                })
                .toList();
        for (var from = 0; from < sightings.size(); from += BATCH_MAX) {
            store(key, sightings.subList(from, Math.min(sightings.size(), from + BATCH_MAX)), readAt);
        }
    }

    private void store(ChannelKey key, List<Sighting> batch, Instant readAt) {
        try {
            store.store(key, batch, readAt);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                setAside(key, batch.getFirst(), readAt, e);
                return;
            }
            log.warn("channel {}: {} orders are taken one by one after {}", key, batch.size(), e.toString());
            batch.forEach(sighting -> store(key, List.of(sighting), readAt));
            return;
        }
        batch.forEach(sighting -> tell(key, sighting));
    }

    /** It is read again later; what is behind it goes on. */
    private void setAside(ChannelKey key, Sighting sighting, Instant readAt, RuntimeException reason) {
        var order = sighting.order().externalOrderId();
        log.error("channel {}: order {} cannot be taken", key, order, reason);
        alerts.raise(key, "order-failed", order, reason.getClass().getSimpleName());
        inbox.again(key, List.of(order), "failed", readAt.plusSeconds(30));
    }

    private void tell(ChannelKey key, Sighting sighting) {
        sighting.missing().forEach(item -> alerts.raise(key, "unmapped", item.toString(), "order " + sighting.order().externalOrderId()));
        var alert = sighting.alert();
        if (alert != null) {
            alerts.raise(key, alert.code(), sighting.order().externalOrderId(), alert.detail());
        }
    }

    private static ChannelOrder younger(ChannelOrder one, ChannelOrder other) {
        return other.times().updatedAt().isBefore(one.times().updatedAt()) ? one : other;
    }
}
