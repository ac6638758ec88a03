package io.wanqu.customer.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.graph.LinkTable.Link;
import io.wanqu.customer.graph.LinkTable.Why;
import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two customers one person, and undoes it. Only who belongs to whom changes; evidence, orders and claims stay with their
 * customers, so an undone link leaves things as if it had never been, whatever was linked or undone meanwhile.
 */
@Component
public class LinkCustomers {

    private final CustomerTable customers;
    private final LinkTable links;
    private final ClaimTable claims;
    private final Ids ids;
    private final Clock clock;

    LinkCustomers(CustomerTable customers, LinkTable links, ClaimTable claims, Ids ids, Clock clock) {
        this.customers = customers;
        this.links = links;
        this.claims = claims;
        this.ids = ids;
        this.clock = clock;
    }

    /** Says that two customers of a shop are one person. */
    @Transactional
    public long link(ShopId shop, long one, long other, Why why) {
        customers.awaitTurn(List.of(shop));
        var person = customers.person(shop, one).orElseThrow(CustomerProblem.Unknown::new);
        var second = customers.person(shop, other).orElseThrow(CustomerProblem.Unknown::new);
        if (person.equals(second)) {
            throw new CustomerProblem.SamePerson();
        }
        if (claims.accounts(shop, List.of(person, second)).size() > 1) {
            throw new CustomerProblem.TwoAccounts();
        }
        return write(shop, Pair.of(one, other), person, second, why);
    }

    /** The same inside a turn, by a rule; the caller has looked that nothing speaks against it. */
    long linkInTurn(ShopId shop, Pair pair, long person, long other, Why why) {
        return write(shop, pair, person, other, why);
    }

    private long write(ShopId shop, Pair pair, long person, long other, Why why) {
        var members = customers.members(shop, Set.of(person, other));
        var low = Math.min(person, other);
        var moved = new HashMap<Long, Long>();
        members.forEach((customer, before) -> {
            if (before != low) {
                moved.put(customer, low);
            }
        });
        var id = ids.next();
        links.add(shop, id, pair, why, moved.keySet().stream().sorted().toList(), clock.instant());
        customers.move(shop, moved);
        return id;
    }

    /** Says that the two customers of a link are not one person; what other links say stays. */
    @Transactional
    public Optional<Link> unlink(ShopId shop, long link, String by) {
        customers.awaitTurn(List.of(shop));
        var undone = links.undo(shop, link, by, clock.instant());
        undone.ifPresent(it -> partAgain(shop, customers.person(shop, it.pair().low()).orElseThrow()));
        return undone;
    }

    private void partAgain(ShopId shop, long person) {
        Map<Long, Long> members = customers.members(shop, Set.of(person));
        var persons = Partition.of(members.keySet(), customers.links(shop, new ArrayList<>(members.keySet())));
        persons.entrySet().removeIf(it -> it.getValue().equals(members.get(it.getKey())));
        customers.move(shop, persons);
    }
}
