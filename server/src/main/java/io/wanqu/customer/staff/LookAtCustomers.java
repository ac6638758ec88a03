package io.wanqu.customer.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.OrdersBought;
import io.wanqu.customer.OrdersBought.Bought;
import io.wanqu.customer.OrdersBought.Key;
import io.wanqu.customer.OrdersBought.ShopName;
import io.wanqu.customer.PlacesOfSale;
import io.wanqu.customer.Sign;
import io.wanqu.customer.graph.LinkTable;
import io.wanqu.customer.graph.PersonQueries;
import io.wanqu.customer.graph.PersonQueries.Person;
import io.wanqu.customer.graph.SaleTable;
import io.wanqu.customer.look.WhereBought;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.privacy.CustomerId;

import org.springframework.stereotype.Component;

/** Puts together what is shown of a customer. */
@Component
class LookAtCustomers {

    /** So many orders are added up; whoever has more is shown what these come to. */
    private static final int ORDERS_MAX = 10_000;

    private final PersonQueries persons;
    private final SaleTable sales;
    private final LinkTable links;
    private final OrdersBought orders;
    private final WhereBought places;

    LookAtCustomers(PersonQueries persons, SaleTable sales, LinkTable links, OrdersBought orders, WhereBought places) {
        this.persons = persons;
        this.sales = sales;
        this.links = links;
        this.orders = orders;
        this.places = places;
    }

    Page<ShownCustomer.InList> list(ShopId shop, PageAsk page) {
        var found = persons.list(shop, page.before(), page.limit());
        return new Page<>(found.items().stream().map(this::inList).toList(), found.next());
    }

    List<ShownCustomer.InList> byContact(ShopId shop, Sign sign) {
        return persons.byContact(shop, sign).stream().map(this::inList).toList();
    }

    ShownCustomer get(ShopId shop, CustomerId customer) {
        var person = persons.find(shop, customer.value()).orElseThrow(CustomerProblem.Unknown::new);
        var bought = orders.of(keys(shop, sales.of(shop, person.members(), Long.MAX_VALUE, ORDERS_MAX)));
        return new ShownCustomer(shop, person.customer(), person.members().stream().map(CustomerId::new).toList(), person.hasAccount(),
                person.since(), person.orders(), person.lastOrderAt(), orders.spent(shop, bought.stream().map(it -> it.key().order()).toList()),
                channels(bought), persons.evidence(shop, person.members()).stream().map(ShownCustomer.Evidence::of).toList(),
                links.of(shop, person.members()).stream().map(ShownCustomer.Merge::of).toList(), List.of());
    }

    ShownCustomer.Elsewhere elsewhere(Person person) {
        var shop = person.shop();
        var shown = inList(person);
        return new ShownCustomer.Elsewhere(shop, orders.shops(List.of(shop)).getOrDefault(shop, new ShopName("", "")), shown.id(), shown.masked(), shown.orders(),
                shown.lastOrderAt(), orders.spent(shop, sales.of(shop, person.members(), Long.MAX_VALUE, ORDERS_MAX)));
    }

    Page<WhereBought.Placed> orders(ShopId shop, CustomerId customer, PageAsk page) {
        var person = persons.find(shop, customer.value()).orElseThrow(CustomerProblem.Unknown::new);
        var found = Page.of(sales.of(shop, person.members(), page.before(), page.limit() + 1), page.limit(), OrderId::value);
        return new Page<>(places.of(orders.of(keys(shop, found.items()))), found.next());
    }

    private ShownCustomer.InList inList(Person person) {
        var masked = persons.evidence(person.shop(), person.members()).stream().filter(it -> it.sign().kind().strong())
                .map(it -> it.sign().masked()).distinct().toList();
        return new ShownCustomer.InList(person.shop(), person.customer(), masked, person.hasAccount(), person.orders(), person.lastOrderAt(), person.since());
    }

    private List<ShownCustomer.Place> channels(List<Bought> bought) {
        Map<Long, Integer> counts = new TreeMap<>();
        bought.forEach(order -> counts.merge(order.channel().value(), 1, Integer::sum));
        var named = places.names(bought);
        var channels = new ArrayList<ShownCustomer.Place>();
        counts.forEach((id, count) -> {
            var channel = new ChannelId(id);
            var place = named.getOrDefault(channel, PlacesOfSale.Place.PAGE);
            channels.add(new ShownCustomer.Place(channel, place.kind(), place.name(), count));
        });
        channels.sort(Comparator.comparingInt(ShownCustomer.Place::orders).reversed());
        return channels;
    }

    private static List<Key> keys(ShopId shop, List<OrderId> orders) {
        return orders.stream().map(order -> new Key(shop, order)).toList();
    }
}
