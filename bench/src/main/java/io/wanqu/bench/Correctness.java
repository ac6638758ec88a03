package io.wanqu.bench;

import java.io.IOException;
import java.util.Collection;

import io.wanqu.bench.drive.Shop;

import tools.jackson.databind.JsonNode;

/**
 * Whether a fast run was also a right one.
 *
 * @param oversold units that pools gave beyond what was loaded, or that the audit can't find again
 * @param lost     payments that were acknowledged and brought no card
 * @param doubled  cards that the audit found twice
 */
record Correctness(long oversold, long lost, long doubled) {

    /** @param paid how many sales of these pools were acknowledged */
    static Correctness of(Shop shop, Collection<String> pools, long paid) throws IOException {
        var sold = 0L;
        var oversold = 0L;
        for (var pool : pools) {
            var counts = shop.pool(pool);
            sold += counts.get("sold").asLong();
            oversold += Math.max(0, counts.get("sold").asLong() - counts.get("loaded").asLong());
        }
        var doubled = 0L;
        for (var finding : shop.audit().get("findings")) {
            var violations = finding.get("violations").size();
            if (twice(finding)) {
                doubled += violations;
            } else {
                oversold += violations;
            }
        }
        return new Correctness(oversold, paid - sold, doubled);
    }

    private static boolean twice(JsonNode finding) {
        return finding.get("invariant").asString().contains("twice") || finding.get("invariant").asString().contains("once");
    }
}
