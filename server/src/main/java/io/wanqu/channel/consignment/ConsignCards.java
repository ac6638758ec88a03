package io.wanqu.channel.consignment;

import java.time.Clock;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.consignment.Consignments.Batch;
import io.wanqu.inventory.ConsignStock;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.SkuId;
import io.wanqu.vault.ConsignedCards;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets cards aside for a channel, and takes back what it did not sell; counters and cards move in one transaction. */
@Service
class ConsignCards {

    private final Consignments consignments;
    private final Listings listings;
    private final ConsignStock stock;
    private final ConsignedCards cards;
    private final Ids ids;
    private final Clock clock;

    ConsignCards(Consignments consignments, Listings listings, ConsignStock stock, ConsignedCards cards, Ids ids, Clock clock) {
        this.consignments = consignments;
        this.listings = listings;
        this.stock = stock;
        this.cards = cards;
        this.ids = ids;
        this.clock = clock;
    }

    /** The SKU must be listed in the channel once; where it is more than once, the first listing gets them. */
    @Transactional
    public long begin(ChannelKey key, SkuId sku, int count, String by) {
        var listing = listings.pooled(key, sku).orElseThrow(() -> new ChannelProblem.UnknownSku(sku, "/sku"));
        var batch = new Batch(ids.next(), listing.item(), listing.pool(), count, 0);
        stock.consign(key.shop(), key.channel(), batch.pool(), count);
        var claimed = cards.consign(key.shop(), batch.pool(), batch.id(), count);
        if (claimed != count) {
            throw new ChannelProblem.TooFewSingleCards(count, claimed);
        }
        consignments.add(key, batch, by, clock.instant());
        return batch.id();
    }

    /** Cards that the channel never took, or gave back, are anybody's again. */
    @Transactional
    public int takeBack(ChannelKey key, long consignment) {
        var found = consignments.find(key, consignment).orElseThrow(() -> new ChannelProblem.UnknownConsignment(consignment));
        stock.await(key.shop(), found.pool());
        var unsold = cards.takeBack(key.shop(), consignment);
        if (unsold > 0) {
            stock.takeBack(key.shop(), found.pool(), unsold);
        }
        consignments.recalled(key, consignment, unsold);
        return unsold;
    }

    @Transactional
    public void refused(ChannelKey key, long consignment, String code) {
        if (consignments.end(key, consignment, "refused", code)) {
            takeBack(key, consignment);
        }
    }
}
