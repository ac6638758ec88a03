package io.wanqu.connectors.xianyu;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.StockUpdate.Mode;
import io.wanqu.connector.listing.PriceUpdate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets stock and prices; the SKUs of one product travel together. */
final class Stock {

    private static final String EDIT = "/api/open/product/edit/stock";

    private final Gateway gateway;

    Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    Outcome set(StockUpdate update) {
        return set(List.of(update)).getFirst();
    }

    List<Outcome> set(List<StockUpdate> updates) {
        var outcomes = new Outcome[updates.size()];
        var together = new LinkedHashMap<String, List<Integer>>();
        for (var at = 0; at < updates.size(); at++) {
            if (updates.get(at).mode() == Mode.INCREMENT) {
                outcomes[at] = new Outcome.Refused("unsupported", "this channel knows full values only");
            } else {
                together.computeIfAbsent(updates.get(at).externalProductId(), _ -> new ArrayList<>()).add(at);
            }
        }
        together.forEach((product, places) -> set(product, updates, places, outcomes));
        return Arrays.asList(outcomes);
    }

    /** The last of several values for one SKU counts, and it answers for those before it. */
    private void set(String product, List<StockUpdate> updates, List<Integer> places, Outcome[] outcomes) {
        var last = new LinkedHashMap<String, Long>();
        places.forEach(at -> last.put(updates.get(at).externalSkuId(), updates.get(at).quantity()));
        var skus = List.copyOf(last.keySet());
        for (var from = 0; from < skus.size(); from += Facts.STOCK_BATCH) {
            var some = skus.subList(from, Math.min(skus.size(), from + Facts.STOCK_BATCH));
            var outcome = send(product, some, last);
            for (var sku : some) {
                // One bad SKU spoils its whole call; then each is sent by itself.
                var own = outcome instanceof Outcome.Refused && some.size() > 1 ? send(product, List.of(sku), last) : outcome;
                places.stream().filter(at -> updates.get(at).externalSkuId().equals(sku)).forEach(at -> outcomes[at] = own);
            }
        }
    }

    private Outcome send(String product, List<String> skus, Map<String, Long> quantities) {
        if (!product.matches("\\d{1,19}") || !skus.stream().allMatch(sku -> sku.matches("\\d{0,19}"))) {
            return new Outcome.Refused("bad-id", "the platform's ids are numbers");
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("product_id", Long.parseLong(product));
        if (skus.equals(List.of(""))) {
            parameters.put("stock", quantities.get(""));
        } else {
            parameters.put("sku_items", skus.stream()
                .map(sku -> Map.of("sku_id", Long.parseLong(sku), "stock", quantities.getOrDefault(sku, 0L))).toList());
        }
        return gateway.call(EDIT, parameters).outcome();
    }

    Outcome price(PriceUpdate update) {
        return gateway.call(EDIT, Map.of("product_id", Long.parseLong(update.externalProductId()), "sku_items",
            List.of(Map.of("sku_id", Long.parseLong(update.externalSkuId()), "price", update.priceMinor())))).outcome();
    }
}
