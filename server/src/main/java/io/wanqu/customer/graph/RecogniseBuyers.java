package io.wanqu.customer.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.RecogniseSales;
import io.wanqu.customer.graph.ClaimTable.Claimed;
import io.wanqu.customer.graph.CustomerTable.Fresh;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.customer.graph.EvidenceTable.Key;
import io.wanqu.customer.graph.EvidenceTable.Row;
import io.wanqu.customer.graph.EvidenceTable.Weak;
import io.wanqu.customer.graph.Recognition.Seen;
import io.wanqu.customer.graph.SaleTable.Sold;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out who placed orders, a batch at a time, one statement a table. */
@Component
class RecogniseBuyers implements RecogniseSales {

    private final CustomerTable customers;
    private final EvidenceTable evidence;
    private final SaleTable sales;
    private final ApplyRules rules;
    private final JoinLogIns joinLogIns;
    private final Sources sources;

    RecogniseBuyers(CustomerTable customers, EvidenceTable evidence, SaleTable sales, ApplyRules rules, JoinLogIns joinLogIns,
            Sources sources) {
        this.customers = customers;
        this.evidence = evidence;
        this.sales = sales;
        this.rules = rules;
        this.joinLogIns = joinLogIns;
        this.sources = sources;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recognise(List<Bought> bought) {
        var batch = Recognition.of(bought, sources.sealing);
        if (batch.orders.isEmpty()) {
            return;
        }
        var now = sources.clock.instant();
        customers.awaitTurn(batch.orders.stream().map(it -> it.bought().shop()).distinct().toList());
        batch.owners.putAll(evidence.owners(batch.strong.keySet()));
        evidence.seen(List.copyOf(batch.owners.keySet()), now);
        var born = new Born();
        batch.strong.forEach((key, found) -> {
            if (!batch.owners.containsKey(key)) {
                batch.owners.put(key, born.customer(key, found).customer());
            }
        });
        var buyers = buyers(batch, born);
        var claimed = born.write(now);
        sales.add(buyers.entrySet().stream().map(it -> new Sold(it.getValue(), it.getKey().bought())).toList());
        rules.link(batch, now);
        joinLogIns.join(claimed, now);
        rules.suggest(weak(buyers, born, now), now);
    }

    /** The customer of each order: whom its best known sign names; where there are only weak ones, somebody new. */
    private static Map<Seen, Of> buyers(Recognition batch, Born born) {
        var buyers = new LinkedHashMap<Seen, Of>();
        for (var order : batch.orders) {
            var first = order.first();
            buyers.put(order, first == null ? born.lone(order) : new Of(first.shop(), Objects.requireNonNull(batch.owners.get(first))));
        }
        return buyers;
    }

    /** Weak signs stand with the customer who was seen with them; returns those that are new. */
    private List<Row> weak(Map<Seen, Of> buyers, Born born, Instant now) {
        var asked = new LinkedHashMap<Weak, Found>();
        buyers.forEach((order, buyer) -> order.signs().stream().filter(sign -> !sign.strong())
                .forEach(sign -> asked.putIfAbsent(new Weak(buyer.customer(), sign.key()), sign.found())));
        if (asked.isEmpty()) {
            return born.masks;
        }
        asked.keySet().removeAll(evidence.known(asked.keySet()));
        var owners = new HashSet<Of>();
        asked.keySet().forEach(weak -> owners.add(new Of(weak.key().shop(), weak.customer())));
        var keys = new HashMap<Of, byte[]>();
        customers.find(owners).forEach((of, who) -> {
            if (who.key() != null) {
                keys.put(of, sources.keys.openKey(of, who.key()));
            }
        });
        var rows = new ArrayList<Row>();
        asked.forEach((weak, found) -> {
            var of = new Of(weak.key().shop(), weak.customer());
            var key = keys.get(of);
            if (key != null) {
                rows.add(sources.row(of, key, found, weak.key().hash().array()));
            }
        });
        evidence.add(rows, now);
        rows.addAll(born.masks);
        return rows;
    }

    /** Customers who are seen for the first time. */
    private final class Born {

        private final List<Fresh> fresh = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Row> masks = new ArrayList<>();

        Of customer(Key key, Found found) {
            var of = new Of(key.shop(), sources.ids.next());
            var secret = add(of);
            rows.add(sources.row(of, secret, found, key.hash().array()));
            found.sign().asMask().ifPresent(mask -> masks.add(sources.row(of, secret, new Found(mask, found.source()), mask.hash(sources.sealing))));
            return of;
        }

        Of lone(Seen order) {
            var of = new Of(order.bought().shop(), sources.ids.next());
            add(of);
            return of;
        }

        private byte[] add(Of of) {
            var secret = sources.keys.draw();
            fresh.add(new Fresh(of, sources.keys.sealKey(of, secret)));
            return secret;
        }

        List<Claimed> write(Instant now) {
            customers.add(fresh, now);
            evidence.add(rows, now);
            evidence.add(masks, now);
            return joinLogIns.claimProved(rows, now);
        }
    }

    /** Where numbers, keys and times come from. */
    @Component
    static class Sources {

        private final Sealing sealing;
        private final CustomerKeys keys;
        private final Ids ids;
        private final Clock clock;

        Sources(Sealing sealing, CustomerKeys keys, Ids ids, Clock clock) {
            this.sealing = sealing;
            this.keys = keys;
            this.ids = ids;
            this.clock = clock;
        }

        Row row(Of of, byte[] secret, Found found, byte[] hash) {
            var id = ids.next();
            return new Row(of, id, found.sign(), hash, keys.seal(secret, id, found.sign().value()), found.source());
        }
    }
}
