package io.wanqu.payment.paying;

import java.time.Instant;
import java.util.Map;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * A payment as its payer sees it.
 *
 * @param instruction what his page needs in order to let him pay; empty when there is nothing to pay any more
 */
public record PaymentView(String id, String rail, @Nullable String method, String state, Money amount, @Nullable Instant expiresAt,
        Map<String, String> instruction) {

    @Override
    public String toString() {
        return "PaymentView[" + id + ", " + state + "]";
    }
}
