package io.wanqu.customer.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import io.wanqu.customer.graph.Partition;
import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Invariant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is one person is what the links say, no more and no less. */
@Component
class GraphInvariants implements Invariant {

    private static final int LINES_MAX = 100;

    private final JdbcClient jdbc;

    GraphInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String sentence() {
        return "customers are one person exactly where links that were not undone lead from one to the other";
    }

    /** Only those whom a link ever touched are counted again: all others are alone, which the first statement sees. */
    @Override
    public List<String> violations(ShopId shop) {
        var findings = new ArrayList<>(jdbc.sql("""
                select 'customer ' || customer_id || ' belongs to ' || person_id || ' without a link' as finding
                  from customer.customer
                 where shop_id = :shop and person_id <> customer_id
                   and not exists (select 1 from customer.link where link.shop_id = customer.shop_id
                                      and (low = customer_id or high = customer_id) and undone_at is null)
                 limit 100
                """)
            .param("shop", shop.value())
            .query(String.class)
            .list());
        var persons = new HashMap<Long, Long>();
        jdbc.sql("""
                select distinct customer_id, person_id
                  from customer.link
                  join customer.customer on customer.shop_id = link.shop_id and customer_id in (low, high)
                 where link.shop_id = :shop
                """)
            .param("shop", shop.value())
            .query(row -> {
                persons.put(row.getLong("customer_id"), row.getLong("person_id"));
            });
        var links = jdbc.sql("select low, high from customer.link where shop_id = :shop and undone_at is null")
            .param("shop", shop.value())
            .query((row, n) -> new Pair(row.getLong("low"), row.getLong("high")))
            .list();
        Partition.of(persons.keySet(), links).forEach((customer, person) -> {
            if (!person.equals(persons.get(customer)) && findings.size() < LINES_MAX) {
                findings.add("customer " + customer + " belongs to " + persons.get(customer) + ", the links say " + person);
            }
        });
        return findings;
    }
}
