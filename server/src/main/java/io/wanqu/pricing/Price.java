package io.wanqu.pricing;

import java.util.List;

import io.wanqu.kernel.Money;

/**
 * What it costs and why.
 *
 * @param reasons each a code, a colon and a sentence, in the order they applied; the last one set the price
 */
public record Price(Money unit, Money amount, List<String> reasons) {
}
