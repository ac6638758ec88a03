package io.wanqu.storefront.voucher;

import java.time.Instant;

import io.wanqu.kernel.ChannelId;

import org.jspecify.annotations.Nullable;

/**
 * A voucher was redeemed at a till, and perhaps taken back.
 *
 * @param serial the till's own number for it
 * @param left   uses of the voucher that are left now
 */
record Redemption(long id, ChannelId till, String serial, long card, int uses, int left, String redeemedBy, Instant redeemedAt,
        @Nullable String reversedBy, @Nullable Instant reversedAt, @Nullable String reason) {
}
