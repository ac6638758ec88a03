package io.wanqu.risk.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.rule.Facts;

/**
 * What was decided.
 *
 * @param weight for how many like it this one stands
 * @param keys   whom it was about, as keyed hashes
 */
public record Decision(ShopId shop, long id, Instant at, String act, long subject, long channel, String profile, String versions,
        Outcome outcome, int score, int weight, List<String> fired, Facts.Recorded facts, Map<Dimension, Long> keys) {

    Decision weighing(int more) {
        return new Decision(shop, id, at, act, subject, channel, profile, versions, outcome, score, more, fired, facts, keys);
    }
}
