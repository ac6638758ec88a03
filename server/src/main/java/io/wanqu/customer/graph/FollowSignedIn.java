package io.wanqu.customer.graph;

import static io.wanqu.customer.graph.JoinLogIns.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.Bought.Source;
import io.wanqu.customer.OrderSignedIn;
import io.wanqu.customer.RecogniseSales;
import io.wanqu.customer.graph.EvidenceTable.Key;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;

/**
 * Gives orders to those who were signed in when they placed them. A log-in is a customer of its own, and no rule links it with
 * the contact on the order: anybody may write anybody's number there. What a mini program's platform said of him is linked.
 */
@Component
class FollowSignedIn implements EventListener {

    private final RecogniseSales recognise;
    private final EvidenceTable evidence;
    private final SaleTable sales;
    private final ClaimTable claims;
    private final ProgramSigns programs;
    private final Sealing sealing;

    FollowSignedIn(RecogniseSales recognise, EvidenceTable evidence, SaleTable sales, ClaimTable claims, ProgramSigns programs, Sealing sealing) {
        this.recognise = recognise;
        this.evidence = evidence;
        this.sales = sales;
        this.claims = claims;
        this.programs = programs;
        this.sealing = sealing;
    }

    @Override
    public String cursor() {
        return "customer.follow-signed-in";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderSignedIn.class);
    }

    /** Whether the contact on the order was read before or comes later, the order ends with the log-in. */
    @Override
    public void on(List<StoredEvent> batch) {
        var bought = new LinkedHashMap<Bought, AccountId>();
        var known = programs.of(batch.stream().map(event -> event.as(OrderSignedIn.class).account()).collect(Collectors.toSet()));
        for (var event : batch) {
            var told = event.as(OrderSignedIn.class);
            var found = Stream.concat(Stream.of(login(told.account())), known.getOrDefault(told.account(), List.of()).stream())
                    .map(sign -> new Found(sign, Source.ACCOUNT)).toList();
            bought.put(new Bought(told.shop(), told.order(), told.channel(), event.at(), found), told.account());
        }
        recognise.recognise(List.copyOf(bought.keySet()));
        Map<Bought, Key> keys = new LinkedHashMap<>();
        bought.forEach((order, account) -> keys.put(order, Key.of(order.shop(), login(account), sealing)));
        var owners = evidence.owners(Set.copyOf(keys.values()));
        var moved = new ArrayList<SaleTable.Sold>();
        bought.forEach((order, account) -> {
            var owner = owners.get(keys.get(order));
            if (owner != null) {
                var of = new CustomerTable.Of(order.shop(), owner);
                moved.add(new SaleTable.Sold(of, order));
                claims.claim(of, account, order.at());
            }
        });
        sales.give(moved);
    }
}
