package io.wanqu.channel.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.listing.ChannelOffers.End;
import io.wanqu.channel.listing.ChannelOffers.Offer;
import io.wanqu.channel.listing.ComposeDraft.Composed;
import io.wanqu.channel.listing.TellOffers.Told;
import io.wanqu.channel.rules.GuardPrices;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.inventory.SellableStock;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a channel of one offer what it does not know yet, by the smallest call that does it. */
@Component
class TellOffer {

    private static final Duration REVIEW_LOOK = Duration.ofSeconds(30);

    private final ComposeDraft composeDraft;
    private final GuardPrices guardPrices;
    private final SellableStock sellable;
    private final Listings listings;
    private final Troubles troubles;

    TellOffer(ComposeDraft composeDraft, GuardPrices guardPrices, SellableStock sellable, Listings listings, Troubles troubles) {
        this.composeDraft = composeDraft;
        this.guardPrices = guardPrices;
        this.sellable = sellable;
        this.listings = listings;
        this.troubles = troubles;
    }

    Told tell(OpenChannel channel, Offer offer) {
        var composed = composeDraft.compose(channel.key(), offer);
        if (composed.isEmpty() || !offer.shown()) {
            return takeDown(channel, offer);
        }
        var draft = composed.get().draft();
        var findings = new ArrayList<>(CheckDraft.check(draft, channel.capabilities().content()));
        guardPrices.breaches(channel.key(), composed.get().offers().keySet()).forEach(it -> findings.add(
                new Finding("price-agreement", "/skus/" + it.sku(), it.priceMinor() + " is below agreement " + it.name(), "at least " + it.leastMinor())));
        if (!findings.isEmpty()) {
            return ended(new End("held", null, offer.standing().rawState(), findings, null, findings.getFirst().code(), null, false));
        }
        var external = offer.external();
        var told = offer.told();
        if (external == null || told == null || !draft.equals(told) && !(channel.capabilities().content().pricePush() && draft.wordsOf(told))) {
            return publish(channel, offer, composed.get());
        }
        return draft.equals(told) ? look(channel, offer, external, draft) : setPrices(channel, offer, external, draft);
    }

    private Told takeDown(OpenChannel channel, Offer offer) {
        var external = offer.external();
        if (external == null) {
            var finding = new Finding("not-on-sale", "/product", "nothing of the product is on sale", "a product and a SKU that are on");
            return ended(new End(offer.shown() ? "held" : "draft", null, null, offer.shown() ? List.of(finding) : List.of(), null, null, null, false));
        }
        return after(channel.call(session -> session.show(external, false)), offer, "off_sale", null);
    }

    private Told publish(OpenChannel channel, Offer offer, Composed composed) {
        var pools = composed.offers().values().stream().map(io.wanqu.catalog.Offer::pool).collect(Collectors.toSet());
        var left = sellable.sellable(channel.key().shop(), channel.key().channel(), pools);
        Map<SkuId, Long> stock = composed.offers().values().stream()
                .collect(Collectors.toMap(io.wanqu.catalog.Offer::sku, it -> left.getOrDefault(it.pool(), 0L)));
        var wanted = composed.draft().listing(offer.product(), stock);
        return switch (channel.call(session -> session.publish(wanted, offer.external()))) {
            case PublishOutcome.Published done -> published(channel, offer, composed.draft(), done);
            case PublishOutcome.RetryLater later -> later(offer, later.delay());
            case PublishOutcome.Rejected rejected -> ended(new End("rejected", null, offer.standing().rawState(),
                    rejected.findings().stream().map(it -> new Finding(it.code(), it.field(), it.message(), "")).toList(), null,
                    rejected.findings().isEmpty() ? "rejected" : rejected.findings().getFirst().code(), null, false));
        };
    }

    private Told published(OpenChannel channel, Offer offer, Draft draft, PublishOutcome.Published done) {
        var mappings = draft.skus().stream().filter(sku -> done.skuIds().containsKey(sku.sku().text()))
                .map(sku -> new Mapping(done.externalProductId(), done.skuIds().get(sku.sku().text()), sku.sku())).toList();
        var state = done.state();
        // A failure here publishes again, which the channel knows by our code.
        var refused = state == Listing.State.OFF_SALE || state == Listing.State.DRAFT
                ? channel.call(session -> session.show(done.externalProductId(), true)) : new Outcome.Done();
        var shown = (state == Listing.State.OFF_SALE || state == Listing.State.DRAFT) && refused instanceof Outcome.Done
                ? Listing.State.ON_SALE : state;
        var findings = refused instanceof Outcome.Refused no ? List.of(new Finding(no.code(), "", no.message(), "")) : List.<Finding>of();
        var again = refused instanceof Outcome.RetryLater later ? troubles.now().plus(later.delay()) : review(shown);
        return new Told(new End(text(shown), done.externalProductId(), shown.name(), findings, draft,
                findings.isEmpty() ? null : findings.getFirst().code(), again, false), mappings);
    }

    private Told setPrices(OpenChannel channel, Offer offer, String external, Draft draft) {
        var items = listings.of(channel.key()).entrySet().stream().filter(it -> it.getKey().product().equals(external)).toList();
        var before = Objects.requireNonNull(offer.told()).skus();
        for (var sku : draft.skus()) {
            if (before.contains(sku)) {
                continue;
            }
            for (var item : items) {
                if (item.getValue().equals(sku.sku())) {
                    var outcome = channel.call(session -> session.setPrice(new PriceUpdate(external, item.getKey().sku(), sku.priceMinor())));
                    if (!(outcome instanceof Outcome.Done)) {
                        return after(outcome, offer, offer.standing().state(), null);
                    }
                }
            }
        }
        return ended(new End(offer.standing().state(), null, offer.standing().rawState(), List.of(), draft, null, null, false));
    }

    /** Nothing is new but perhaps what the channel thinks of it. */
    private Told look(OpenChannel channel, Offer offer, String external, Draft draft) {
        var seen = channel.call(session -> session.listing(external)).orElse(null);
        if (seen == null) {
            return channel.capabilities().content().reads() ? ended(new End("removed", null, null, List.of(), null, "not-found", null, false))
                    : after(channel.call(session -> session.show(external, true)), offer, "on_sale", draft);
        }
        if (seen.state() == Listing.State.OFF_SALE || seen.state() == Listing.State.DRAFT) {
            return after(channel.call(session -> session.show(external, true)), offer, "on_sale", draft);
        }
        var findings = seen.reasons().stream().map(reason -> new Finding(seen.rawState(), "", reason, "")).toList();
        return ended(new End(text(seen.state()), null, seen.rawState(), findings, draft, null, review(seen.state()), false));
    }

    private Told after(Outcome outcome, Offer offer, String state, @Nullable Draft told) {
        return switch (outcome) {
            case Outcome.Done done -> ended(new End(state, null, offer.standing().rawState(), List.of(), told, null, null, false));
            case Outcome.RetryLater later -> later(offer, later.delay());
            case Outcome.Refused refused -> ended(new End("rejected", null, offer.standing().rawState(),
                    List.of(new Finding(refused.code(), "", refused.message(), "")), null, refused.code(), null, false));
        };
    }

    private Told later(Offer offer, Duration delay) {
        var now = offer.standing();
        return ended(new End(now.state(), null, now.rawState(), now.findings(), null, "retry-later", troubles.now().plus(delay), true));
    }

    private @Nullable Instant review(Listing.State state) {
        return state == Listing.State.IN_REVIEW ? troubles.now().plus(REVIEW_LOOK) : null;
    }

    private static Told ended(End end) {
        return new Told(end, List.of());
    }

    private static String text(Listing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
