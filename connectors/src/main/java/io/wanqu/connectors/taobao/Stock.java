package io.wanqu.connectors.taobao;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.StockUpdate.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sets what the platform believes to be in stock: full values of one item's SKUs travel together. */
final class Stock {

    private static final String FULL = "1";
    private static final String DIFFERENCE = "2";

    private final Gateway gateway;

    Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    Outcome set(StockUpdate update) {
        var full = update.mode() == Mode.FULL;
        if (update.externalSkuId().isEmpty()) {
            return gateway.call("taobao.item.quantity.update", Map.of("num_iid", update.externalProductId(),
                "quantity", String.valueOf(update.quantity()), "type", full ? FULL : DIFFERENCE)).outcome();
        }
        return send(update.externalProductId(), update.externalSkuId() + ":" + update.quantity(), full ? FULL : DIFFERENCE);
    }

    List<Outcome> set(List<StockUpdate> updates) {
        var outcomes = new Outcome[updates.size()];
        var together = new LinkedHashMap<String, List<Integer>>();
        for (var at = 0; at < updates.size(); at++) {
            var update = updates.get(at);
            if (update.mode() == Mode.FULL && !update.externalSkuId().isEmpty()) {
                together.computeIfAbsent(update.externalProductId(), _ -> new ArrayList<>()).add(at);
            } else {
                outcomes[at] = set(update);
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
            var answers = answers(product, some, last);
            places.forEach(at -> {
                var answer = answers.get(updates.get(at).externalSkuId());
                outcomes[at] = answer == null ? outcomes[at] : answer;
            });
        }
    }

    /** One bad SKU spoils its whole call; then each is sent by itself. */
    private Map<String, Outcome> answers(String product, List<String> skus, Map<String, Long> quantities) {
        var pairs = skus.stream().map(sku -> sku + ":" + quantities.get(sku)).toList();
        var outcome = send(product, String.join(";", pairs), FULL);
        if (outcome instanceof Outcome.Refused && skus.size() > 1) {
            return new TreeSet<>(skus).stream()
                .collect(Collectors.toMap(sku -> sku, sku -> send(product, sku + ":" + quantities.get(sku), FULL)));
        }
        return skus.stream().collect(Collectors.toMap(sku -> sku, _ -> outcome));
    }

    private Outcome send(String product, String pairs, String type) {
        return gateway.call("taobao.skus.quantity.update",
            Map.of("num_iid", product, "skuid_quantities", pairs, "type", type)).outcome();
    }
}
