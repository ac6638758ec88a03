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
 * @param perPerson  units one person may hold unpaid in a shop, likewise per device, per network address and per network
 */
@ConfigurationProperties("wanqu.inventory.holds")
public record HoldPolicy(@DefaultValue("PT15M") Duration longest, @DefaultValue("PT3M") Duration shortest,
        @DefaultValue("50") int plentyPercent, @DefaultValue("20") int perPerson, @DefaultValue("20") int perDevice,
        @DefaultValue("60") int perAddress, @DefaultValue("200") int perRange) {

    /** From plenty down to this share of the pool, caps fall to a quarter. */
    private static final int SCARCE_PERCENT = 10;
    /** So much of a whole pool may lie with one address, or with one network, beside a single order. */
    private static final int ADDRESS_SHARE_PERCENT = 10;
    private static final int RANGE_SHARE_PERCENT = 20;
    private static final int SHARE_MIN = 5;

    Duration keep(long available, long loaded) {
        var percentLeft = percent(available, loaded);
        if (percentLeft >= plentyPercent) {
            return longest;
        }
        var span = longest.toMillis() - shortest.toMillis();
        return shortest.plusMillis(span * percentLeft / plentyPercent);
    }

    int cap(int cap, long available, long loaded) {
        var percentLeft = percent(available, loaded);
        if (percentLeft >= plentyPercent) {
            return cap;
        }
        var above = Math.max(0, percentLeft - SCARCE_PERCENT);
        return (int) Math.max(1, cap / 4 + cap * 3 / 4 * above / Math.max(1, plentyPercent - SCARCE_PERCENT));
    }

    /** What may lie with one address or network of a pool of this size, however small a part of its own cap that is. */
    int share(String by, long loaded) {
        return switch (by) {
            case "address" -> (int) Math.max(SHARE_MIN, loaded * ADDRESS_SHARE_PERCENT / 100);
            case "range" -> (int) Math.max(SHARE_MIN, loaded * RANGE_SHARE_PERCENT / 100);
            default -> Integer.MAX_VALUE;
        };
    }

    private static long percent(long available, long loaded) {
        return loaded == 0 ? 0 : (long) (100.0 * available / loaded);
    }
}
