package io.wanqu.customer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.ProvedSigns;
import io.wanqu.customer.graph.LinkTable.Rule;
import io.wanqu.customer.graph.LinkTable.Why;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Merging without loss: the histories of {@link PartitionTest} again, over the database. */
@WanquTest
class LinkCustomersTest {

    private static final Why STAFF = new Why(Rule.STAFF, "mei", null);
    private static final int CUSTOMERS = 8;

    @Autowired
    private Storefront storefront;
    @Autowired
    private Crowd crowd;
    @Autowired
    private LinkCustomers linkCustomers;
    @Autowired
    private ProvedSigns proved;
    @Autowired
    private Audit audit;
    @Autowired
    private Ids ids;

    private ShopId shop;
    private List<Long> customers;

    @BeforeEach
    void open() {
        shop = storefront.shop().id();
        for (var n = 0; n < CUSTOMERS; n++) {
            crowd.buys(shop, Crowd.name("u-" + n));
        }
        customers = crowd.partition(shop).keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_is_merged_and_undone_in_whatever_order_is_as_it_was(long seed) {
        var random = new Random(seed);
        merge(random, 3);
        var before = crowd.partition(shop);
        var orders = crowd.persons(shop);

        var merges = merge(random, 8);
        assertThat(crowd.persons(shop).keySet()).isEqualTo(orders.keySet());
        Collections.shuffle(merges, random);
        merges.forEach(merge -> assertThat(linkCustomers.unlink(shop, merge, "mei")).isPresent());

        assertThat(crowd.partition(shop)).isEqualTo(before);
        assertThat(crowd.persons(shop)).isEqualTo(orders);
        assertThat(audit.of(shop).clean()).isTrue();
    }

    private List<Long> merge(Random random, int tries) {
        var merges = new ArrayList<Long>();
        for (var n = 0; n < tries; n++) {
            var one = customers.get(random.nextInt(CUSTOMERS));
            var other = customers.get(random.nextInt(CUSTOMERS));
            var persons = crowd.partition(shop);
            if (!persons.get(one).equals(persons.get(other))) {
                merges.add(linkCustomers.link(shop, one, other, STAFF));
            }
        }
        return merges;
    }

    @Test
    void merges_at_the_same_moment_have_one_outcome() throws Exception {
        var pairs = List.of(List.of(0, 1), List.of(1, 2), List.of(2, 0), List.of(3, 2), List.of(1, 3));

        var outcomes = Together.run(100, n -> {
            var pair = pairs.get(n % pairs.size());
            try {
                linkCustomers.link(shop, customers.get(pair.getFirst()), customers.get(pair.getLast()), STAFF);
                return true;
            } catch (CustomerProblem.SamePerson e) {
                return false;
            }
        });

        assertThat(outcomes.stream().filter(it -> it)).as("four customers take three merges").hasSize(3);
        assertThat(crowd.count(shop, "link")).isEqualTo(3);
        var persons = crowd.partition(shop);
        assertThat(customers.subList(0, 4)).allSatisfy(it -> assertThat(persons.get(it)).isEqualTo(customers.getFirst()));
        assertThat(audit.of(shop).clean()).isTrue();
    }

    @Test
    void a_merge_is_undone_once() throws Exception {
        var merge = linkCustomers.link(shop, customers.get(0), customers.get(1), STAFF);

        var undone = Together.run(100, n -> linkCustomers.unlink(shop, merge, "mei").isPresent());

        assertThat(undone.stream().filter(it -> it)).hasSize(1);
        assertThat(crowd.partition(shop).values()).doesNotHaveDuplicates();
    }

    @Test
    void customers_of_two_accounts_are_never_made_one() {
        crowd.buys(shop, Crowd.phone("13811110001"));
        crowd.buys(shop, Crowd.phone("13811110002"));
        assertThat(proved.proved(new AccountId(ids.next()), Crowd.phone("13811110001"))).isEqualTo(1);
        assertThat(proved.proved(new AccountId(ids.next()), Crowd.phone("13811110002"))).isEqualTo(1);
        var before = crowd.partition(shop);
        var known = before.keySet().stream().filter(it -> !customers.contains(it)).toList();

        assertThatExceptionOfType(CustomerProblem.TwoAccounts.class)
                .isThrownBy(() -> linkCustomers.link(shop, known.getFirst(), known.getLast(), STAFF));

        assertThat(crowd.partition(shop)).isEqualTo(before);
        assertThat(crowd.count(shop, "link")).isZero();
    }

    @Test
    void a_customer_of_another_shop_is_not_there() {
        var other = storefront.shop().id();
        crowd.buys(other, Crowd.name("stranger"));
        var stranger = crowd.partition(other).keySet().iterator().next();

        assertThatExceptionOfType(CustomerProblem.Unknown.class).isThrownBy(() -> linkCustomers.link(shop, customers.getFirst(), stranger, STAFF));

        assertThat(crowd.partition(other)).isEqualTo(Map.of(stranger, stranger));
        assertThat(crowd.count(shop, "link")).isZero();
    }
}
