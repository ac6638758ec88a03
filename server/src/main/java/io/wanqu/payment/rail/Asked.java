package io.wanqu.payment.rail;

import java.net.URI;
import java.time.Instant;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * Money that a buyer is asked for.
 *
 * @param payment   our number of the payment, digits only: the merchant's order number at the provider
 * @param buyer     the one who pays, and where he comes from
 * @param notifyUrl where the provider calls back
 * @param expiresAt after that nobody shall be able to pay
 */
public record Asked(String payment, Money amount, String description, Method method, Buyer buyer, URI notifyUrl, Instant expiresAt) {

    /**
     * @param returnUrl where his browser goes after paying; his coming back proves nothing
     * @param payerId   how the provider knows him, for example an openid
     */
    public record Buyer(@Nullable String clientIp, @Nullable String payerId, @Nullable URI returnUrl) {

        @Override
        public String toString() {
            return "Buyer[…]";
        }
    }
}
