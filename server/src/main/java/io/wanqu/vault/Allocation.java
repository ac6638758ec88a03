package io.wanqu.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.Cards.Candidate;
import io.wanqu.vault.Cards.Choice;
import io.wanqu.vault.Cards.Wanted;
import io.wanqu.vault.Deliveries.Delivery;
import io.wanqu.vault.Deliveries.Line;

/**
 * Divides locked cards among claims, in the order of the claims. Several units of a line take different cards as long as
 * there are different ones; only then a card of several uses serves the line again.
 */
final class Allocation {

    private final List<Claim> claims;
    private final Map<Line, Integer> units;
    private final Map<CardRef, Candidate> cards = new LinkedHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    /** @param units how many units each line has already */
    Allocation(List<Claim> claims, Map<Line, Integer> units) {
        this.claims = claims;
        this.units = new HashMap<>(units);
    }

    List<Choice> choices() {
        return claims.stream()
                .filter(claim -> missing(claim) > 0)
                .flatMap(claim -> claim.chosen().stream().map(card -> new Choice(claim.shop(), claim.holder(), card)))
                .distinct()
                .toList();
    }

    void giveChosen(List<Candidate> chosen) {
        remember(chosen);
        for (var claim : claims) {
            for (var card : claim.chosen()) {
                var candidate = cards.get(new CardRef(claim.shop(), card));
                if (missing(claim) > 0 && candidate != null && candidate.pool().equals(claim.pool()) && candidate.take()) {
                    give(claim, candidate);
                }
            }
        }
    }

    /** What is still to be had from each pool, in the order in which rows are locked. */
    List<Wanted> wanted() {
        var sums = new LinkedHashMap<PoolRef, Integer>();
        var planned = new HashMap<Line, Integer>();
        for (var claim : claims) {
            var more = missingFromPool(claim) - planned.getOrDefault(Line.of(claim), 0);
            if (more > 0) {
                planned.merge(Line.of(claim), more, Integer::sum);
                sums.merge(new PoolRef(claim.shop(), claim.pool()), more, Math::addExact);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Wanted(sum.getKey().shop(), sum.getKey().pool(), sum.getValue()))
                .sorted((a, b) -> Long.compare(a.pool().value(), b.pool().value()))
                .toList();
    }

    void giveFromPools(List<Candidate> next) {
        var byPool = new HashMap<PoolRef, Queue>();
        for (var card : remember(next)) {
            byPool.computeIfAbsent(new PoolRef(card.shop(), card.pool()), pool -> new Queue(new ArrayList<>())).cards().add(card);
        }
        for (var claim : claims) {
            var queue = byPool.get(new PoolRef(claim.shop(), claim.pool()));
            for (var count = missingFromPool(claim); queue != null && count > 0;) {
                var given = queue.round(count, card -> give(claim, card));
                count = given == 0 ? 0 : count - given;
            }
        }
    }

    List<Candidate> used() {
        return cards.values().stream().filter(card -> card.used() > 0).toList();
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    List<Issued> issued() {
        return claims.stream()
                .map(claim -> new Issued(claim.holder(), claim.line(), Math.min(claim.quantity(), unitsOf(claim))))
                .toList();
    }

    private int unitsOf(Claim claim) {
        return units.getOrDefault(Line.of(claim), 0);
    }

    private int missing(Claim claim) {
        return claim.quantity() - unitsOf(claim);
    }

    /** A chosen card that is gone is not replaced by another: the buyer paid for that number. */
    private int missingFromPool(Claim claim) {
        return Math.clamp(claim.quantity() - claim.chosen().size(), 0, Math.max(0, missing(claim)));
    }

    /** A card seen before keeps its count of uses taken in this call. */
    private Collection<Candidate> remember(List<Candidate> found) {
        return found.stream()
                .map(card -> cards.computeIfAbsent(new CardRef(card.shop(), card.card()), ref -> card))
                .filter(card -> !card.spent())
                .toList();
    }

    private void give(Claim claim, Candidate card) {
        var unit = units.merge(Line.of(claim), 1, Integer::sum);
        deliveries.add(new Delivery(Line.of(claim), unit, card.pool(), card.card(), card.single()));
    }

    private record CardRef(ShopId shop, long card) {
    }

    private record PoolRef(ShopId shop, PoolId pool) {
    }

    /** The cards of a pool that still have uses, in the order of issue. */
    private record Queue(List<Candidate> cards) {

        /** Gives one use of each card in turn, up to {@code count}; returns how many. */
        int round(int count, Consumer<Candidate> give) {
            var given = 0;
            for (var i = 0; i < cards.size() && given < count; i++) {
                if (cards.get(i).take()) {
                    give.accept(cards.get(i));
                    given++;
                }
            }
            cards.removeIf(Candidate::spent);
            return given;
        }
    }
}
