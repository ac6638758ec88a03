package io.wanqu.customer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import io.wanqu.customer.graph.Partition.Pair;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is one person, for any links made and undone in any order. */
class PartitionTest {

    private static final List<Long> CUSTOMERS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);

    @Provide
    Arbitrary<List<Pair>> links() {
        var customer = Arbitraries.integers().between(1, CUSTOMERS.size());
        return Combinators.combine(customer, customer).as((one, other) -> new int[] {one, other})
                .filter(pair -> pair[0] != pair[1]).map(pair -> Pair.of(pair[0], pair[1])).list().ofMaxSize(14);
    }

    @Property(tries = 1000)
    void a_person_is_whoever_can_be_reached_over_links(@ForAll("links") List<Pair> links) {
        assertThat(Partition.of(CUSTOMERS, links)).isEqualTo(reached(links));
    }

    @Property(tries = 1000)
    void the_order_of_the_links_does_not_matter(@ForAll("links") List<Pair> links, @ForAll Random random) {
        var shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, random);

        assertThat(Partition.of(CUSTOMERS, shuffled)).isEqualTo(Partition.of(CUSTOMERS, links));
    }

    @Property(tries = 1000)
    void links_undone_in_any_order_leave_what_was_there_before_them(@ForAll("links") List<Pair> before, @ForAll("links") List<Pair> more,
            @ForAll Random random) {
        var live = new ArrayList<>(before);
        live.addAll(more);
        var undone = new ArrayList<>(more);
        Collections.shuffle(undone, random);

        for (var link : undone) {
            live.remove(live.lastIndexOf(link));
            assertThat(Partition.of(CUSTOMERS, live)).isEqualTo(reached(live));
        }

        assertThat(Partition.of(CUSTOMERS, live)).isEqualTo(Partition.of(CUSTOMERS, before));
    }

    /** The slow and plain way: walk from each customer. */
    private static Map<Long, Long> reached(List<Pair> links) {
        var persons = new HashMap<Long, Long>();
        for (var start : CUSTOMERS) {
            var seen = new TreeSet<>(List.of(start));
            var next = new ArrayDeque<>(List.of(start));
            while (!next.isEmpty()) {
                var at = next.poll();
                var neighbours = new HashSet<Long>();
                links.forEach(link -> {
                    if (link.low() == at) {
                        neighbours.add(link.high());
                    } else if (link.high() == at) {
                        neighbours.add(link.low());
                    }
                });
                neighbours.stream().filter(seen::add).forEach(next::add);
            }
            persons.put(start, seen.first());
        }
        return persons;
    }
}
