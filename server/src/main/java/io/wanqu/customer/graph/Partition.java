package io.wanqu.customer.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which customers are one person: the connected parts of the graph of links, each called by its oldest customer. */
public final class Partition {

    private final Map<Long, Long> parents = new HashMap<>();

    private Partition(Collection<Long> customers) {
        customers.forEach(customer -> parents.put(customer, customer));
    }

    /** The person of each of the customers; links that lead outside are not followed. */
    public static Map<Long, Long> of(Collection<Long> customers, Collection<Pair> links) {
        var partition = new Partition(customers);
        links.stream().filter(link -> partition.parents.containsKey(link.low) && partition.parents.containsKey(link.high))
                .forEach(partition::join);
        var persons = new HashMap<Long, Long>();
        customers.forEach(customer -> persons.put(customer, partition.root(customer)));
        return persons;
    }

    /** The older one stays the root, so that the order of the links doesn't matter. */
    private void join(Pair link) {
        var one = root(link.low);
        var other = root(link.high);
        parents.put(Math.max(one, other), Math.min(one, other));
    }

    private long root(long customer) {
        var at = customer;
        for (long parent = parents.get(at); parent != at; parent = parents.get(at)) {
            parents.put(at, parents.get(parent));
            at = parent;
        }
        return at;
    }

    /** Two customers, the older one first. */
    public record Pair(long low, long high) {

        public Pair {
            if (low >= high) {
                throw new IllegalArgumentException(low + " is not below " + high);
            }
        }

        public static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }
}
