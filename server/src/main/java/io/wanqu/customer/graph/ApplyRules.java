package io.wanqu.customer.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.customer.graph.EvidenceTable.Row;
import io.wanqu.customer.graph.LinkTable.Why;
import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.customer.graph.SuggestionTable.Suggested;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/**
 * The rules: an order that carries two strong signs makes their customers one person, unless somebody said that they are not,
 * or something contradicts it; then it is suggested. What weak signs share is only ever suggested.
 */
@Component
class ApplyRules {

    private final CustomerTable customers;
    private final EvidenceTable evidence;
    private final LinkTable links;
    private final ClaimTable claims;
    private final LinkCustomers linkCustomers;
    private final SuggestionTable suggestions;

    ApplyRules(CustomerTable customers, EvidenceTable evidence, LinkTable links, ClaimTable claims, LinkCustomers linkCustomers,
            SuggestionTable suggestions) {
        this.customers = customers;
        this.evidence = evidence;
        this.links = links;
        this.claims = claims;
        this.linkCustomers = linkCustomers;
        this.suggestions = suggestions;
    }

    /** Most orders carry one strong sign, or two that are linked already: those cost one look together. */
    void link(Recognition batch, Instant now) {
        var wanted = new LinkedHashMap<Wanted, OrderId>();
        for (var order : batch.orders) {
            var signs = order.strong();
            for (var other : signs.subList(Math.min(1, signs.size()), signs.size())) {
                var one = Objects.requireNonNull(batch.owners.get(signs.getFirst()));
                var two = Objects.requireNonNull(batch.owners.get(other));
                if (!one.equals(two)) {
                    wanted.putIfAbsent(new Wanted(order.bought().shop(), Pair.of(one, two)), order.bought().order());
                }
            }
        }
        if (!wanted.isEmpty()) {
            var before = persons(wanted.keySet());
            wanted.forEach((pair, order) -> {
                if (!before.get(pair.low()).equals(before.get(pair.high()))) {
                    link(pair.shop, pair.pair, Why.order(order), now);
                }
            });
        }
    }

    private Map<Of, Long> persons(Set<Wanted> wanted) {
        var asked = new HashSet<Of>();
        wanted.forEach(pair -> asked.addAll(List.of(pair.low(), pair.high())));
        var persons = new LinkedHashMap<Of, Long>();
        customers.find(asked).forEach((of, who) -> persons.put(of, who.person()));
        return persons;
    }

    /** Within a turn, and only where nothing speaks against it. */
    void link(ShopId shop, Pair pair, Why why, Instant now) {
        long one = customers.person(shop, pair.low()).orElseThrow();
        long other = customers.person(shop, pair.high()).orElseThrow();
        if (one == other || links.apart(shop, one, other)) {
            return;
        }
        if (evidence.contradict(shop, one, other) || claims.accounts(shop, List.of(one, other)).size() > 1) {
            suggestions.add(List.of(new Suggested(shop, pair, why.rule().text())), now);
        } else {
            linkCustomers.linkInTurn(shop, pair, one, other, why);
        }
    }

    void suggest(List<Row> weak, Instant now) {
        if (weak.isEmpty()) {
            return;
        }
        var shared = evidence.shared(weak);
        var asked = new HashSet<Of>();
        shared.forEach(it -> asked.addAll(List.of(new Of(it.shop(), it.one()), new Of(it.shop(), it.other()))));
        var who = shared.isEmpty() ? Map.<Of, CustomerTable.Who>of() : customers.find(asked);
        var suggested = new ArrayList<Suggested>();
        for (var each : shared) {
            var one = who.get(new Of(each.shop(), each.one()));
            var other = who.get(new Of(each.shop(), each.other()));
            if (one != null && other != null && one.person() != other.person()) {
                suggested.add(new Suggested(each.shop(), Pair.of(each.one(), each.other()), each.kind()));
            }
        }
        suggestions.add(suggested, now);
    }

    private record Wanted(ShopId shop, Pair pair) {

        Of low() {
            return new Of(shop, pair.low());
        }

        Of high() {
            return new Of(shop, pair.high());
        }
    }
}
