package io.wanqu.shop.sharing;

import java.time.Instant;
import java.util.Locale;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a shop lets another one use.
 *
 * @param shop the one that gives
 * @param to   the one that may use it
 * @param pool only where a pool is shared
 */
public record Share(ShopId shop, long id, ShopId to, Kind kind, @Nullable PoolId pool, String givenBy, String reason, Instant givenAt,
        @Nullable String endedBy, @Nullable Instant endedAt) {

    /** What is shared; wallets once were written down and never were. */
    public enum Kind {
        POOL, CUSTOMERS, WALLET;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
