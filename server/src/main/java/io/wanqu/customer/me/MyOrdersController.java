package io.wanqu.customer.me;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.customer.OrdersBought;
import io.wanqu.customer.OrdersBought.ShopName;
import io.wanqu.customer.graph.PersonQueries;
import io.wanqu.customer.graph.SaleTable;
import io.wanqu.customer.look.WhereBought;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person bought, in every shop and through every channel, and as whom he is known there. */
@RestController
class MyOrdersController {

    private final SaleTable sales;
    private final PersonQueries persons;
    private final MyCustomers mine;
    private final OrdersBought orders;
    private final WhereBought places;

    MyOrdersController(SaleTable sales, PersonQueries persons, MyCustomers mine, OrdersBought orders, WhereBought places) {
        this.sales = sales;
        this.persons = persons;
        this.mine = mine;
        this.orders = orders;
        this.places = places;
    }

    /** Newest first. */
    @GetMapping("/api/v1/me/orders")
    @Transactional(readOnly = true)
    public Page<WhereBought.Placed> orders(Buyer buyer, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var page = PageAsk.of(after, limit);
        var found = Page.of(sales.of(buyer.account(), page.before(), page.limit() + 1), page.limit(), key -> key.order().value());
        return new Page<>(places.of(orders.of(found.items())), found.next());
    }

    @GetMapping("/api/v1/me/customers")
    @Transactional(readOnly = true)
    public List<Known> customers(Buyer buyer) {
        var known = mine.of(buyer.account());
        var names = orders.shops(known.stream().map(MyCustomers.Mine::shop).distinct().toList());
        var shown = new ArrayList<Known>();
        for (var each : known) {
            persons.find(each.shop(), each.person()).ifPresent(person -> shown.add(new Known(each.shop(), names.getOrDefault(each.shop(), new ShopName("", "")),
                    person.customer(), person.orders(), person.since(), persons.evidence(each.shop(), person.members()).stream()
                            .map(it -> new Evidence(it.sign().kind().text(), it.sign().masked(), it.source(), it.confidence(), it.proved(), it.firstSeenAt(), it.lastSeenAt()))
                            .toList())));
        }
        return shown;
    }

    /**
     * As whom a shop knows the person.
     *
     * @param evidence what it knows of him, masked
     */
    record Known(ShopId shopId, ShopName shop, CustomerId customer, long orders, Instant since, List<Evidence> evidence) {
    }

    record Evidence(String kind, String masked, String source, int confidence, boolean proved, Instant firstSeenAt, Instant lastSeenAt) {
    }
}
