package io.wanqu.connectors.jd;

import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads wares with their SKUs. The names of what is in them are unverified, as are the numbers of their states. */
final class Wares {

    private static final String FIELDS = "wareId,title,wareStatus,outerId";
    private static final String SKU_FIELDS = "skuId,outerId,skuName,jdPrice,stockNum";

    private final JdClient client;

    Wares(JdClient client) {
        this.client = client;
    }

    Optional<Listing> find(String id) {
        var ware = client.result(Call.WARE, Map.of("wareId", id, "field", FIELDS)).path("ware");
        return ware.isObject() ? Optional.of(listing(ware)) : Optional.empty();
    }

    ListingPage page(@Nullable String cursor) {
        var number = cursor == null ? 1 : Integer.parseInt(cursor);
        var page = client.result(Call.WARES,
            Map.of("pageNo", number, "pageSize", Facts.PAGE_SIZE, "field", FIELDS)).path("page");
        var listings = new ArrayList<Listing>();
        page.path("data").forEach(ware -> listings.add(listing(ware)));
        var more = page.path("totalItem").asLong(0) > (long) number * Facts.PAGE_SIZE;
        return new ListingPage(listings, more ? String.valueOf(number + 1) : null);
    }

    private Listing listing(JsonNode ware) {
        var id = Json.text(ware, "wareId");
        var status = ware.path("wareStatus").asInt(0);
        return new Listing(id, Json.textOrNull(ware, "outerId"), Json.text(ware, "title"), state(status),
            String.valueOf(status), List.of(), skus(id));
    }

    private List<Listing.Sku> skus(String wareId) {
        var page = client.result(Call.SKUS,
            Map.of("wareId", wareId, "pageNo", 1, "pageSize", Facts.PAGE_SIZE, "field", SKU_FIELDS)).path("page");
        var skus = new ArrayList<Listing.Sku>();
        page.path("data").forEach(sku -> skus.add(new Listing.Sku(Json.text(sku, "skuId"),
            Json.textOrNull(sku, "outerId"), Json.text(sku, "skuName"), Yuan.fen(Json.text(sku, "jdPrice")),
            sku.path("stockNum").asLong(0))));
        return skus;
    }

    static State state(int status) {
        return switch (status) {
            case 8 -> State.ON_SALE;
            case 2, 4 -> State.OFF_SALE;
            case 1 -> State.DRAFT;
            case 513, 514, 516, 520 -> State.IN_REVIEW;
            case 1028 -> State.REJECTED;
            case -1 -> State.REMOVED;
            default -> State.UNKNOWN;
        };
    }
}
