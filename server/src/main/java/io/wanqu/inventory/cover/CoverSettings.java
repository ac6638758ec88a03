package io.wanqu.inventory.cover;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a shop is told that a pool runs low, where it said nothing itself.
 *
 * @param everySeconds how often pools are looked at
 * @param leadHours    how long before a pool is empty
 * @param restockDays  for how many days the suggested load lasts
 */
@ConfigurationProperties("wanqu.inventory.cover")
record CoverSettings(@DefaultValue("60") int everySeconds, @DefaultValue("72") int leadHours, @DefaultValue("14") int restockDays) {

    Rule rule() {
        return new Rule(leadHours, restockDays, 0);
    }

    /**
     * When one pool is low.
     *
     * @param minimum with so many or fewer it is low whatever the forecast says
     */
    record Rule(int leadHours, int restockDays, long minimum) {
    }
}
