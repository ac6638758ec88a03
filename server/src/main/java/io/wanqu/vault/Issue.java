package io.wanqu.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.SharedStock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out cards for many claims at once: one statement per table, whatever the number of claims. It gives what there
 * is and refuses nothing. The caller has locked the pools; a repeat issues only what is missing.
 */
@Component
public class Issue {

    private final Cards cards;
    private final Deliveries deliveries;
    private final Clock clock;
    private final VaultSettings settings;
    private final SharedStock shared;

    Issue(Cards cards, Deliveries deliveries, Clock clock, VaultSettings settings, SharedStock shared) {
        this.cards = cards;
        this.deliveries = deliveries;
        this.clock = clock;
        this.settings = settings;
        this.shared = shared;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Issued> issue(List<Claim> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var claims = asked.stream().map(claim -> claim.at(shared.keeper(claim.shop(), claim.pool()))).toList();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, settings.zone());
        var allocation = new Allocation(claims, deliveries.units(claims));
        var choices = allocation.choices();
        if (!choices.isEmpty()) {
            allocation.giveChosen(cards.chosen(choices, now));
        }
        var wanted = allocation.wanted();
        if (!wanted.isEmpty()) {
            allocation.giveFromPools(cards.next(wanted, now, today));
            var pools = allocation.wanted().stream().map(Cards.Wanted::pool).toList();
            var unserved = wanted.stream().filter(row -> pools.contains(row.pool())).toList();
            if (!unserved.isEmpty()) {
                allocation.giveFromPools(cards.nextWaiting(unserved, now, today));
            }
        }
        if (!allocation.deliveries().isEmpty()) {
            cards.use(allocation.used(), today);
            deliveries.add(allocation.deliveries(), now);
        }
        return allocation.issued();
    }
}
