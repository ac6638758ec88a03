package io.wanqu.channel.listing;

import java.time.Clock;
import java.util.List;

import io.wanqu.catalog.Sheets;
import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Kinds;
import io.wanqu.channel.listing.ChannelOffers.Offer;
import io.wanqu.channel.listing.ChannelOffers.Standing;
import io.wanqu.channel.listing.ChannelOffers.Written;
import io.wanqu.channel.listing.ShowDifference.Difference;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a channel shall show each product, what would hold it up, and what the channel shows instead. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/drafts")
class DraftController {

    private final Drafts drafts;
    private final ShowDifference showDifference;
    private final ShopScope scope;

    DraftController(Drafts drafts, ShowDifference showDifference, ShopScope scope) {
        this.drafts = drafts;
        this.showDifference = showDifference;
        this.scope = scope;
    }

    /** Those that somebody wrote or published. */
    @GetMapping
    Page<Row> list(Caller caller, @PathVariable ChannelId channel, @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        var key = key(caller, channel);
        var most = Math.clamp(limit, 1, Page.LIMIT_MAX);
        return scope.in(key.shop(), () -> Page.of(drafts.list(key, after, most + 1), most, row -> Long.parseLong(row.product)));
    }

    /** As it would be shown now, with what the channel would not take. */
    @GetMapping("/{product}")
    View show(Caller caller, @PathVariable ChannelId channel, @PathVariable long product) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> drafts.view(key, product));
    }

    @PutMapping("/{product}")
    View write(Caller caller, @PathVariable ChannelId channel, @PathVariable long product, @RequestBody Request request) {
        var key = key(caller, channel);
        var variant = request.variant == null ? Content.EMPTY : request.variant.checked("/variant");
        return scope.in(key.shop(), () -> drafts.write(key, new Written(product, request.template == null ? 0 : request.template, variant), caller.name()));
    }

    @GetMapping("/{product}/difference")
    Difference difference(Caller caller, @PathVariable ChannelId channel, @PathVariable long product) {
        var view = show(caller, channel, product);
        if (view.draft == null) {
            throw new ChannelProblem.UnknownProduct(product);
        }
        return showDifference.of(key(caller, channel), view.draft, view.externalProduct);
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    /** @param template the channel's own where absent */
    record Request(@Nullable Long template, @Nullable Content variant) {
    }

    record Row(String product, boolean shown, @Nullable String externalProduct, Standing standing) {
    }

    /** @param draft as it would be shown; null while nothing of the product is on sale */
    record View(String product, @Nullable String template, Content variant, @Nullable Draft draft, List<Finding> findings,
            boolean shown, @Nullable String externalProduct, Standing standing) {
    }

    /** Reads and writes drafts for the controller, inside its transaction. */
    @Component
    static class Drafts {

        private final ChannelOffers offers;
        private final ComposeDraft composeDraft;
        private final Channels channels;
        private final Kinds kinds;
        private final Sheets sheets;
        private final Clock clock;

        Drafts(ChannelOffers offers, ComposeDraft composeDraft, Channels channels, Kinds kinds, Sheets sheets, Clock clock) {
            this.offers = offers;
            this.composeDraft = composeDraft;
            this.channels = channels;
            this.kinds = kinds;
            this.sheets = sheets;
            this.clock = clock;
        }

        List<Row> list(ChannelKey key, long after, int limit) {
            channels.get(key);
            return offers.of(key, after, limit).stream()
                    .map(it -> new Row(Long.toString(it.product()), it.shown(), it.external(), it.standing())).toList();
        }

        View view(ChannelKey key, long product) {
            var content = kinds.capabilities(channels.get(key).kind()).content();
            if (sheets.find(key.shop(), List.of(product)).isEmpty()) {
                throw new ChannelProblem.UnknownProduct(product);
            }
            var offer = offers.find(key, product).orElseGet(() -> new Offer(product, 0, Content.EMPTY, false, null, null, 0, 0,
                    new Standing("draft", null, List.of(), null, null, false)));
            var draft = composeDraft.compose(key, offer).map(ComposeDraft.Composed::draft).orElse(null);
            return new View(Long.toString(product), offer.template() == 0 ? null : Long.toString(offer.template()), offer.variant(), draft,
                    draft == null ? List.of() : CheckDraft.check(draft, content), offer.shown(), offer.external(), offer.standing());
        }

        View write(ChannelKey key, Written written, String by) {
            view(key, written.product());
            if (written.template() != 0 && !composeDraft.hasTemplate(key.shop(), written.template())) {
                throw new ChannelProblem.UnknownTemplate(written.template());
            }
            offers.write(key, written, by, clock.instant());
            return view(key, written.product());
        }
    }
}
