package io.wanqu.pricing;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.Money;

import org.springframework.stereotype.Component;

/**
 * Says what each ask costs. A price list of the channel goes before one for all channels; within it the highest tier
 * that the quantity reaches applies, and of equal tiers the one that began last.
 */
@Component
public class Quote {

    private final Tiers tiers;
    private final Clock clock;

    Quote(Tiers tiers, Clock clock) {
        this.tiers = tiers;
        this.clock = clock;
    }

    /** One price for each ask, in the same order, by one statement. */
    public List<Price> quote(List<Ask> asks) {
        if (asks.isEmpty()) {
            return List.of();
        }
        var found = tiers.find(asks, clock.instant());
        return IntStream.range(0, asks.size()).mapToObj(i -> price(asks.get(i), found.get(i))).toList();
    }

    /** The pure part: a price out of what was found. */
    static Price price(Ask ask, Tiers.Tier tier) {
        var list = ask.offer().price();
        var listed = "list-price: list price: " + list;
        if (tier.name() == null) {
            return new Price(list, list.times(ask.quantity()), List.of(listed));
        }
        var unit = new Money(tier.unitMinor(), list.currency());
        return new Price(unit, unit.times(ask.quantity()), List.of(listed, tier.reason(unit)));
    }
}
