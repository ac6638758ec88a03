package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.customer table: which customers there are, and who they are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerTable {

    /** So many shops share a turn at most, because the number of locks of a database is bounded. */
    private static final long TURNS = 256;

    private final JdbcClient jdbc;

    CustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who change who is who in a shop follow each other until the end of the transaction; what they read after this holds. */
    public void awaitTurn(Collection<ShopId> shops) {
        jdbc.sql("""
                select count(pg_advisory_xact_lock(hashtextextended('customer.turn', key)))
                  from (select distinct shop_id % :turns as key from unnest(:shops) as asked (shop_id) order by 1) as sorted
                """)
            .param("turns", TURNS)
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .query(Long.class)
            .single();
    }

    void add(List<Fresh> fresh, Instant at) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customer.customer (shop_id, customer_id, person_id, key, made_at)
                select shop_id, customer_id, customer_id, key, :at
                  from unnest(:shops, :customers, :keys) as row (shop_id, customer_id, key)
                """)
            .params(Columns.of(fresh).longs("shops", it -> it.of.shop.value()).longs("customers", it -> it.of.customer)
                    .bytes("keys", it -> it.sealedKey).and("at", at.atOffset(UTC)).params())
            .update();
    }

    Map<Of, Who> find(Collection<Of> customers) {
        var found = new HashMap<Of, Who>();
        jdbc.sql("""
                select customer.shop_id, customer.customer_id, person_id, key
                  from unnest(:shops, :customers) as asked (shop_id, customer_id)
                  join customer.customer using (shop_id, customer_id)
                """)
            .params(Columns.of(List.copyOf(customers)).longs("shops", it -> it.shop.value()).longs("customers", it -> it.customer).params())
            .query(row -> {
                found.put(new Of(new ShopId(row.getLong("shop_id")), row.getLong("customer_id")),
                        new Who(row.getLong("person_id"), row.getBytes("key")));
            });
        return found;
    }

    public Optional<Long> person(ShopId shop, long customer) {
        return jdbc.sql("select person_id from customer.customer where shop_id = :shop and customer_id = :customer")
            .param("shop", shop.value())
            .param("customer", customer)
            .query(Long.class)
            .optional();
    }

    /** All that are linked with these persons, by person. */
    public Map<Long, Long> members(ShopId shop, Collection<Long> persons) {
        var members = new HashMap<Long, Long>();
        jdbc.sql("select customer_id, person_id from customer.customer where shop_id = :shop and person_id = any(:persons)")
            .param("shop", shop.value())
            .param("persons", persons.stream().mapToLong(Long::longValue).toArray())
            .query(row -> {
                members.put(row.getLong("customer_id"), row.getLong("person_id"));
            });
        return members;
    }

    List<Pair> links(ShopId shop, Collection<Long> customers) {
        return jdbc.sql("select low, high from customer.link where shop_id = :shop and low = any(:customers) and undone_at is null")
            .param("shop", shop.value())
            .param("customers", customers.stream().mapToLong(Long::longValue).toArray())
            .query((row, n) -> new Pair(row.getLong("low"), row.getLong("high")))
            .list();
    }

    void move(ShopId shop, Map<Long, Long> persons) {
        if (persons.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update customer.customer
                   set person_id = now.person_id
                  from unnest(:customers, :persons) as now (customer_id, person_id)
                 where shop_id = :shop and customer.customer_id = now.customer_id
                """)
            .params(Columns.of(List.copyOf(persons.entrySet())).longs("customers", Map.Entry::getKey).longs("persons", Map.Entry::getValue)
                    .and("shop", shop.value()).params())
            .update();
    }

    /** A customer of a shop. */
    public record Of(ShopId shop, long customer) {
    }

    /** @param key sealed; null when he was erased */
    record Who(long person, byte @Nullable [] key) {
    }

    record Fresh(Of of, byte[] sealedKey) {
    }
}
