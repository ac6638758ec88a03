package io.wanqu.channel.listing;

import java.time.Clock;
import java.util.Set;

import io.wanqu.channel.MapListings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.listing.ChannelOffers.Offer;
import io.wanqu.channel.listing.TellOffers.Told;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a channel took an offer; what it shows now is mapped at once, so that orders and stock work. */
@Component
class SettleOffer {

    private static final Set<String> BAD = Set.of("rejected", "held");

    private final ChannelOffers offers;
    private final Publications publications;
    private final MapListings mapListings;
    private final Alerts alerts;
    private final Clock clock;

    SettleOffer(ChannelOffers offers, Publications publications, MapListings mapListings, Alerts alerts, Clock clock) {
        this.offers = offers;
        this.publications = publications;
        this.mapListings = mapListings;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Transactional
    public void settle(ChannelKey key, Offer offer, Told told) {
        var end = told.end();
        var now = clock.instant();
        offers.settle(key, offer, end, now);
        if (!told.mappings().isEmpty()) {
            mapListings.map(key, told.mappings());
        }
        var subject = Long.toString(offer.product());
        if (BAD.contains(end.state()) && !end.findings().isEmpty()) {
            alerts.raise(key, "offer-" + end.state(), subject, end.findings().getFirst().code() + ": " + end.findings().getFirst().message());
        } else if (!end.failed()) {
            BAD.forEach(state -> alerts.settle(key, "offer-" + state, subject));
        }
        if (!end.failed()) {
            publications.settle(key, offer.product(), !BAD.contains(end.state()), now);
        }
    }
}
