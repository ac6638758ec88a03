package io.wanqu.payment.rail;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * A payment at a provider, by both its numbers.
 *
 * @param payment     ours
 * @param transaction the provider's, once it is known
 * @param amount      what was asked for in all
 */
public record Reference(String payment, @Nullable String transaction, Money amount) {
}
