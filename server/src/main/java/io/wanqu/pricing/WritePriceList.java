package io.wanqu.pricing;

import java.time.Instant;
import java.util.List;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Offers;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replaces the price list of a SKU as a whole, so that no buyer ever sees half of it. */
@Component
public class WritePriceList {

    private static final int ROWS_MAX = 200;
    private static final int NAME_MAX = 60;
    private static final int QUANTITY_MAX = 1_000;
    private static final long UNIT_MINOR_MAX = 1_000_000_000_000L;

    private final PriceLists lists;
    private final Offers offers;
    private final EventLog events;
    private final ShopScope scope;
    private final List<PriceGuard> guards;
    private final Trail trail;

    WritePriceList(PriceLists lists, Offers offers, EventLog events, ShopScope scope, List<PriceGuard> guards, Trail trail) {
        this.lists = lists;
        this.offers = offers;
        this.events = events;
        this.scope = scope;
        this.guards = guards;
        this.trail = trail;
    }

    /** Returns the version of the list as it is now; an empty list leaves the list price alone. */
    public long replace(ShopId shop, SkuId sku, List<Row> rows) {
        return replace(shop, sku, rows, null);
    }

    /** The same, though a guard would refuse it: somebody says why. */
    public long replace(ShopId shop, SkuId sku, List<Row> rows, PriceGuard.@Nullable Waiver waiver) {
        var offer = offers.find(List.of(sku)).get(sku);
        if (offer == null || !offer.shop().equals(shop)) {
            throw new CatalogProblem.UnknownSku(sku);
        }
        Require.items("/prices", rows, 0, ROWS_MAX);
        for (var i = 0; i < rows.size(); i++) {
            check("/prices/" + i, rows.get(i));
        }
        return scope.in(shop, () -> {
            guards.forEach(guard -> guard.check(shop, sku, rows, waiver));
            var version = lists.nextVersion(shop, sku);
            var before = lists.list(shop, sku);
            lists.clear(shop, sku);
            lists.add(shop, sku, rows);
            events.append(List.of(new PriceListChanged(shop, sku, version)));
            trail.note(Note.of(shop, "price-list.changed", "sku", sku.value()).before(new Written(before, null)).after(new Written(rows, waiver)));
            return version;
        });
    }

    private record Written(List<Row> prices, PriceGuard.@Nullable Waiver waiver) {
    }

    private static void check(String field, Row row) {
        Require.text(field + "/name", row.name, 1, NAME_MAX);
        Require.between(field + "/minQuantity", row.minQuantity, 1, QUANTITY_MAX);
        Require.between(field + "/unitMinor", row.unitMinor, 1, UNIT_MINOR_MAX);
        if (row.validFrom != null && row.validTo != null && !row.validFrom.isBefore(row.validTo)) {
            throw new KernelProblem.InvalidValue(field + "/validTo", "a time after validFrom");
        }
    }

    /**
     * One row of a price list.
     *
     * @param channel     the only channel it is for; for all where absent
     * @param minQuantity from how many pieces it applies
     */
    public record Row(String name, @Nullable ChannelId channel, int minQuantity, long unitMinor,
            @Nullable Instant validFrom, @Nullable Instant validTo) {
    }
}
