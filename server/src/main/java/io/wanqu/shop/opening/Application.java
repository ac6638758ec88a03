package io.wanqu.shop.opening;

import java.time.Instant;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a shop.
 *
 * @param company the company he says he is; empty for himself
 * @param reason  why he needs more than the rule gives
 * @param verdict what was said to it
 * @param opened  the shop that came of it
 */
record Application(long id, AccountId account, Wish wish, String state, Instant askedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
        String verdict, @Nullable ShopId opened) {

    /** What he asks for. */
    record Wish(String slug, String name, String currency, String category, String company, String reason) {
    }
}
