package io.wanqu.vault.delivered;

import java.time.Instant;

import io.wanqu.kernel.PoolId;

import org.jspecify.annotations.Nullable;

/**
 * One card in one pair of hands, without what is on it.
 *
 * @param single   whether the card goes to one buyer only
 * @param masked   the ends of its number, enough to recognise it by
 * @param voidedAt when it was replaced by another
 */
public record DeliveredUnit(int line, int unit, PoolId pool, long card, long batch, String supplier, boolean single, String masked,
        Instant at, @Nullable Instant openedAt, @Nullable Instant voidedAt) {
}
