package io.wanqu.customer.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.Sign;
import io.wanqu.customer.look.WhereBought;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop's customers, masked; those of another shop only where it granted that. */
@RestController
class CustomerController {

    private static final int CONTACT_MIN = 3;
    private static final int CONTACT_MAX = 200;
    private static final String ORDERS = "orders";

    private final LookAtCustomers customers;
    private final SeenShops seen;
    private final SamePersonElsewhere elsewhere;
    private final ShopScope scope;

    CustomerController(LookAtCustomers customers, SeenShops seen, SamePersonElsewhere elsewhere, ShopScope scope) {
        this.customers = customers;
        this.seen = seen;
        this.elsewhere = elsewhere;
        this.scope = scope;
    }

    @GetMapping("/api/v1/customers")
    Page<ShownCustomer.InList> list(Caller caller, @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var of = seen(caller.must(Scope.CUSTOMERS_READ), shop);
        var page = PageAsk.of(after, limit);
        return scope.in(of, () -> customers.list(of, page));
    }

    /** Whoever has exactly this phone number or mail address, here and in the shops that share with this one. In a body, because addresses are logged on the way. */
    @PostMapping("/api/v1/customers/look-up")
    List<ShownCustomer.InList> lookUp(Caller caller, @RequestBody LookUp asked) {
        var own = caller.must(Scope.CUSTOMERS_READ);
        var contact = Require.text("/contact", asked.contact, CONTACT_MIN, CONTACT_MAX);
        var sign = Sign.phone(contact).or(() -> Sign.mail(contact)).orElseThrow(() -> new InvalidValue("/contact", "a phone number or a mail address"));
        var found = new ArrayList<ShownCustomer.InList>();
        for (var each : seen.seenBy(own)) {
            found.addAll(scope.in(each, () -> customers.byContact(each, sign)));
        }
        return found;
    }

    @GetMapping("/api/v1/customers/{customer}")
    ShownCustomer get(Caller caller, @PathVariable CustomerId customer, @RequestParam(required = false) @Nullable String shop) {
        var of = seen(caller.must(Scope.CUSTOMERS_READ), shop);
        var own = caller.shop();
        if (!of.equals(own)) {
            return scope.in(of, () -> noted(caller, of, customers.get(of, customer)));
        }
        var shown = scope.in(own, () -> customers.get(own, customer));
        return shown.with(elsewhere.of(own, customer).stream().map(person -> scope.in(person.shop(), () -> {
            elsewhere.note(person.shop(), person.customer(), "customer", caller.name());
            return customers.elsewhere(person);
        })).toList());
    }

    private ShownCustomer noted(Caller caller, ShopId shop, ShownCustomer shown) {
        elsewhere.note(shop, shown.id(), "customer", caller.name());
        return shown;
    }

    @GetMapping("/api/v1/customers/{customer}/orders")
    Page<WhereBought.Placed> orders(Caller caller, @PathVariable CustomerId customer, @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var of = seen(caller.must(Scope.CUSTOMERS_READ), shop);
        var page = PageAsk.of(after, limit);
        return scope.in(of, () -> {
            var found = customers.orders(of, customer, page);
            if (!of.equals(caller.shop())) {
                elsewhere.note(of, customer, ORDERS, caller.name());
            }
            return found;
        });
    }

    /** With those of the same person in the shops that share their customers with this one. */
    @GetMapping("/api/v1/customers/{customer}/orders-everywhere")
    Page<WhereBought.Placed> ordersEverywhere(Caller caller, @PathVariable CustomerId customer, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var own = caller.must(Scope.CUSTOMERS_READ);
        var page = PageAsk.of(after, limit);
        var pages = new ArrayList<>(List.of(scope.in(own, () -> customers.orders(own, customer, page))));
        elsewhere.of(own, customer).forEach(person -> pages.add(scope.in(person.shop(), () -> {
            elsewhere.note(person.shop(), person.customer(), ORDERS, caller.name());
            return customers.orders(person.shop(), person.customer(), page);
        })));
        var all = pages.stream().flatMap(it -> it.items().stream()).sorted(Comparator.comparing(it -> -it.number().value())).toList();
        var shown = all.subList(0, Math.min(all.size(), page.limit()));
        var more = shown.size() < all.size() || pages.stream().anyMatch(it -> it.next() != null);
        return new Page<>(shown, more ? shown.getLast().number().text() : null);
    }

    /** A shop that shares nothing and one that isn't there look the same. */
    private ShopId seen(ShopId own, @Nullable String shop) {
        var asked = shop == null ? own : ShopId.of(shop);
        if (!seen.seenBy(own).contains(asked)) {
            throw new CustomerProblem.Unknown();
        }
        return asked;
    }

    record LookUp(@Nullable String contact) {

        @Override
        public String toString() {
            return "LookUp[…]";
        }
    }
}
