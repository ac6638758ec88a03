package io.wanqu.customer.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.customer.Consents;
import io.wanqu.customer.DataUses;
import io.wanqu.customer.DataUses.About;
import io.wanqu.customer.DataUses.Purpose;
import io.wanqu.customer.DataUses.Use;
import io.wanqu.customer.Persons;
import io.wanqu.customer.graph.PersonQueries;
import io.wanqu.customer.graph.PersonQueries.Person;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.privacy.CustomerId;

import org.springframework.stereotype.Component;

/**
 * Finds a customer again among those of shops that share theirs with this one: by the same strong sign, and only who allowed
 * his shop to share. Nothing is kept of it, so when a grant or a consent ends, nothing is left behind and nothing is lost.
 */
@Component
class SamePersonElsewhere {

    private static final String REASON = "this shop shares its customers with another one of its owner";

    private final SeenShops seen;
    private final PersonQueries persons;
    private final Persons whoIsWho;
    private final Consents consents;
    private final DataUses uses;
    private final ShopScope scope;

    SamePersonElsewhere(SeenShops seen, PersonQueries persons, Persons whoIsWho, Consents consents, DataUses uses, ShopScope scope) {
        this.seen = seen;
        this.persons = persons;
        this.whoIsWho = whoIsWho;
        this.consents = consents;
        this.uses = uses;
        this.scope = scope;
    }

    /** Empty where nothing is shared, which is nearly everywhere. */
    List<Person> of(ShopId own, CustomerId customer) {
        var others = new HashSet<>(seen.seenBy(own));
        others.remove(own);
        if (others.isEmpty()) {
            return List.of();
        }
        var signs = scope.in(own, () -> persons.strong(own, customer.value()));
        var account = whoIsWho.account(own, customer);
        var found = new ArrayList<Person>();
        others.stream().sorted(Comparator.comparingLong(ShopId::value)).forEach(shop -> found.addAll(allowing(shop, account,
                scope.in(shop, () -> persons.bySigns(shop, signs)))));
        return found;
    }

    /** Who is somebody else's account there is not shown: one would see what another bought. */
    private List<Person> allowing(ShopId shop, Optional<AccountId> account, List<Person> found) {
        if (found.isEmpty()) {
            return found;
        }
        Set<CustomerId> allowed = consents.allowing(shop, found.stream().map(Person::customer).toList(), Consents.Purpose.SHARING);
        return found.stream().filter(person -> allowed.contains(person.customer()))
                .filter(person -> account.isEmpty() || whoIsWho.account(shop, person.customer()).filter(account.get()::equals).isPresent()).toList();
    }

    /** Written where the person can read it, in the scope of the shop whose customer he is. */
    void note(ShopId shop, CustomerId customer, String field, String by) {
        uses.note(shop, List.of(new Use(About.customer(customer), field, Purpose.SHARING, REASON, by)));
    }
}
