package io.wanqu.channel.listing;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.Sessions;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.listing.Listing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in what the draft differs from what the channel shows right now; it asks the channel, and so runs outside of transactions. */
@Component
class ShowDifference {

    private final Sessions sessions;
    private final Listings listings;

    ShowDifference(Sessions sessions, Listings listings) {
        this.sessions = sessions;
        this.listings = listings;
    }

    Difference of(ChannelKey key, Draft draft, @Nullable String external) {
        if (external == null) {
            return new Difference(null, null, List.of(), List.of(new Field("/title", draft.title(), null)));
        }
        Listing seen;
        try {
            seen = sessions.open(key).call(session -> session.listing(external)).orElse(null);
        } catch (ConnectorException e) {
            throw new ChannelProblem.NotAnswering(key.channel(), e.code());
        }
        if (seen == null) {
            return new Difference(external, null, List.of(), List.of(new Field("/title", draft.title(), null)));
        }
        return new Difference(external, seen.rawState(), seen.reasons(), fields(key, draft, seen));
    }

    private List<Field> fields(ChannelKey key, Draft draft, Listing seen) {
        var fields = new ArrayList<Field>();
        if (!draft.title().equals(seen.title())) {
            fields.add(new Field("/title", draft.title(), seen.title()));
        }
        var mapped = listings.find(key, seen.skus().stream().map(sku -> new Item(seen.externalProductId(), sku.externalSkuId())).toList());
        for (var sku : draft.skus()) {
            var there = seen.skus().stream()
                    .filter(it -> sku.sku().equals(mapped.get(new Item(seen.externalProductId(), it.externalSkuId()))))
                    .findFirst().orElse(null);
            var at = "/skus/" + sku.sku() + "/priceMinor";
            if (there == null || there.priceMinor() != sku.priceMinor()) {
                fields.add(new Field(at, Long.toString(sku.priceMinor()), there == null ? null : Long.toString(there.priceMinor())));
            }
        }
        return List.copyOf(fields);
    }

    /** What the channel shows is in its own words; without a raw state it shows nothing. */
    record Difference(@Nullable String externalProduct, @Nullable String rawState, List<String> reasons, List<Field> fields) {
    }

    /** One part of an offer here and there. */
    record Field(String field, String wanted, @Nullable String shown) {
    }
}
