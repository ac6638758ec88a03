package io.wanqu.risk.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.LongStream;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two nodes with one database: each counts for itself, tells once a second, and by that both come to the same. */
@WanquTest
class NodesAgreeTest {

    @Autowired
    private CounterTable table;
    @Autowired
    private Clock clock;
    @Autowired
    private Ids ids;

    private Counters one;
    private Counters other;
    private ShopId shop;

    @BeforeEach
    void twoNodes() {
        var standing = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        one = new Counters(table, standing);
        other = new Counters(table, standing);
        shop = new ShopId(ids.next());
    }

    @Test
    void who_comes_to_both_is_counted_at_both_and_not_twice() {
        orders(one, 10);
        orders(other, 5);
        assertThat(at(one)).isEqualTo(10);
        assertThat(at(other)).as("until they have spoken each knows its own").isEqualTo(5);

        for (var round = 0; round < 3; round++) {
            one.tell();
            other.tell();
        }
        orders(one, 1);
        one.tell();
        assertThat(at(one)).isEqualTo(16);
        assertThat(at(other)).as("learns it when it next has to tell of him").isEqualTo(15);
        orders(other, 1);
        other.tell();
        assertThat(at(other)).isEqualTo(17);
    }

    @Test
    void a_crowd_that_is_spread_over_both_is_one_crowd() {
        LongStream.range(0, 20).forEach(person -> one.addPerson(shop, Dimension.ADDRESS, 7, person));
        LongStream.range(10, 40).forEach(person -> other.addPerson(shop, Dimension.ADDRESS, 7, person));

        one.tell();
        other.tell();
        one.addPerson(shop, Dimension.ADDRESS, 7, 0);
        one.addPerson(shop, Dimension.ADDRESS, 7, 0);
        one.tell();

        assertThat(people(other)).isCloseTo(40, within(6.0));
        assertThat(people(one)).isEqualTo(people(other));
    }

    @Test
    void nothing_is_lost_when_both_tell_of_the_same_at_the_same_moment() throws Exception {
        Together.run(2, n -> {
            var node = n == 0 ? one : other;
            for (var round = 0; round < 50; round++) {
                orders(node, 2);
                node.tell();
            }
            return n;
        });
        orders(one, 2);
        orders(other, 2);
        one.tell();
        other.tell();

        assertThat(at(other)).isEqualTo(204);
    }

    private void orders(Counters node, int count) {
        for (var n = 0; n < count; n++) {
            node.add(shop, Dimension.PERSON, 1, Deed.ORDERS);
        }
    }

    private double at(Counters node) {
        return node.count(shop, Dimension.PERSON, 1, Deed.ORDERS, Window.DAY);
    }

    private double people(Counters node) {
        return node.count(shop, Dimension.ADDRESS, 7, Deed.PERSONS, Window.DAY);
    }
}
