package io.wanqu.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long stock is set aside for somebody who has not paid, and how much at once. Both shrink as the pool empties:
 * plenty may wait, the last few may not. Hoarding a shop empty then costs more people, devices and addresses than it is worth.
 *
 * @param longest    while more than {@code plentyPercent} of the pool is left
 * @param shortest   when the pool is all but empty; long enough to pay
 * @param perPerson  units one person may hold unpaid in a shop, likewise per device and per network address
 */
@ConfigurationProperties("wanqu.inventory.holds")
public record HoldPolicy(@DefaultValue("PT15M") Duration longest, @DefaultValue("PT3M") Duration shortest,
        @DefaultValue("50") int plentyPercent, @DefaultValue("20") int perPerson, @DefaultValue("20") int perDevice,
        @DefaultValue("60") int perAddress) {

    /** When a pool falls to this share, caps fall to a quarter. */
    private static final int SCARCE_PERCENT = 10;

    Duration keep(long available, long loaded) {
        var percentLeft = percent(available, loaded);
        if (percentLeft >= plentyPercent) {
            return longest;
        }
        var span = longest.toMillis() - shortest.toMillis();
        return shortest.plusMillis(span * percentLeft / plentyPercent);
    }

    int cap(int cap, long available, long loaded) {
        return percent(available, loaded) < SCARCE_PERCENT ? Math.max(1, cap / 4) : cap;
    }

    private static long percent(long available, long loaded) {
        return loaded == 0 ? 0 : (long) (100.0 * available / loaded);
    }
}
