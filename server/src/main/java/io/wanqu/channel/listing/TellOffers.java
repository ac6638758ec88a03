package io.wanqu.channel.listing;

import java.time.Instant;
import java.util.List;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.listing.ChannelOffers.End;
import io.wanqu.channel.listing.ChannelOffers.Offer;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.connector.ConnectorException;

import org.springframework.stereotype.Component;

/** Brings what a channel shows up to date, one offer after the other. */
@Component
class TellOffers implements Lane {

    private static final int BATCH = 8;

    private final ChannelOffers offers;
    private final TellOffer tellOffer;
    private final SettleOffer settleOffer;
    private final Troubles troubles;
    private final ChannelSettings settings;

    TellOffers(ChannelOffers offers, TellOffer tellOffer, SettleOffer settleOffer, Troubles troubles, ChannelSettings settings) {
        this.offers = offers;
        this.tellOffer = tellOffer;
        this.settleOffer = settleOffer;
        this.troubles = troubles;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return offers.queue().due(now);
    }

    @Override
    public Backlog backlog(ChannelKey key, Instant now) {
        return offers.queue().backlog(key, now);
    }

    @Override
    public void run(OpenChannel channel) {
        var goOn = true;
        while (goOn) {
            var claimed = offers.queue().claim(channel.key(), new Term(troubles.now(), settings.lease(), channel.batch(BATCH)),
                    (row, n) -> ChannelOffers.offer(row));
            goOn = !claimed.isEmpty();
            for (var offer : claimed) {
                goOn &= tell(channel, offer);
            }
            goOn = goOn && !troubles.over(channel);
        }
    }

    /** The same draft is known by its code, so a repeat after a lost answer makes no second offer. */
    private boolean tell(OpenChannel channel, Offer offer) {
        try {
            settleOffer.settle(channel.key(), offer, tellOffer.tell(channel, offer));
            return true;
        } catch (ConnectorException e) {
            var again = e.retryable() || e.needsAuthorisation();
            var now = offer.standing();
            var findings = again ? now.findings() : List.of(new Finding(e.code(), "", String.valueOf(e.getMessage()), ""));
            settleOffer.settle(channel.key(), offer, new Told(new End(again ? now.state() : "rejected", null, now.rawState(), findings, null, e.code(),
                    again ? troubles.now().plus(troubles.after(offer.attempts(), e)) : null, again), List.of()));
            if (again) {
                troubles.met(channel, e);
            }
            return !again;
        }
    }

    /** How it ended, and which SKU is behind what the channel shows now. */
    record Told(End end, List<Mapping> mappings) {
    }
}
