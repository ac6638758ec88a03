package io.wanqu.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.channel.ChannelQueries.ListingRow;
import io.wanqu.channel.ChannelQueries.PushRow;
import io.wanqu.channel.ChannelQueries.WriteBackRow;
import io.wanqu.channel.MapListings.Mapping;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.inventory.Push;
import io.wanqu.inventory.SellableStock;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a channel offers, the SKU behind each offer, and what the channel was told of its stock. */
@RestController
@RequestMapping("/api/v1/channels/{channel}")
class ListingController {

    private static final int LISTINGS_MAX = 500;

    private final MapListings mapListings;
    private final ChannelQueries queries;
    private final Channels channels;
    private final SellableStock sellable;
    private final ShopScope scope;

    ListingController(MapListings mapListings, ChannelQueries queries, Channels channels, SellableStock sellable, ShopScope scope) {
        this.mapListings = mapListings;
        this.queries = queries;
        this.channels = channels;
        this.sellable = sellable;
        this.scope = scope;
    }

    /** Many at once; those that are not named stay as they are. */
    @PutMapping("/listings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void map(Caller caller, @PathVariable ChannelId channel, @RequestBody List<MapRequest> request) {
        var key = key(caller, channel);
        var mappings = new ArrayList<Mapping>();
        for (var each : Require.items("", request, 1, LISTINGS_MAX)) {
            var at = "/" + mappings.size();
            mappings.add(new Mapping(Require.text(at + "/externalProduct", each.externalProduct, 1, 200),
                    Require.text(at + "/externalSku", each.externalSku, 0, 200), Require.present(at + "/sku", each.sku, "the id of a SKU")));
        }
        scope.in(key.shop(), () -> {
            mapListings.map(key, mappings);
            return true;
        });
    }

    @DeleteMapping("/listings/{externalProduct}/{externalSku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void remove(Caller caller, @PathVariable ChannelId channel, @PathVariable String externalProduct, @PathVariable String externalSku) {
        var key = key(caller, channel);
        scope.in(key.shop(), () -> {
            mapListings.remove(key, externalProduct, externalSku);
            return true;
        });
    }

    /** With what each listing was told, and why it would be told what now. */
    @GetMapping("/listings")
    ListingPage list(Caller caller, @PathVariable ChannelId channel, @RequestParam(defaultValue = "") String afterProduct,
            @RequestParam(defaultValue = "") String afterSku, @RequestParam(defaultValue = "50") int limit) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> page(key, new Item(afterProduct, afterSku), Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    private ListingPage page(ChannelKey key, Item after, int limit) {
        channels.get(key);
        var rows = queries.listings(key, after, limit);
        var now = sellable.pushes(key.shop(), key.channel(), rows.stream().map(ListingRow::pool).collect(Collectors.toSet()));
        return new ListingPage(rows.stream()
                .map(row -> new ListingView(row.externalProduct(), row.externalSku(), row.sku(), row.pool(), row.push(), now.get(row.pool())))
                .toList());
    }

    /** What the channel was not told yet, or would not hear. */
    @GetMapping("/write-backs")
    List<WriteBackRow> writeBacks(Caller caller, @PathVariable ChannelId channel, @RequestParam(defaultValue = "50") int limit) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> queries.unfinished(channels.get(key).key(), Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    record MapRequest(@Nullable String externalProduct, @Nullable String externalSku, @Nullable SkuId sku) {
    }

    record ListingPage(List<ListingView> items) {
    }

    /** @param now what the channel would be told now, step by step; null when the pool is gone */
    record ListingView(String externalProduct, String externalSku, SkuId sku, PoolId pool, PushRow told, @Nullable Push now) {
    }
}
