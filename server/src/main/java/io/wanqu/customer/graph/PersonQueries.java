package io.wanqu.customer.graph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.customer.Sign;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads persons and what speaks for them, as they are shown. */
@Repository
public class PersonQueries {

    private static final String PERSON = """
            select person.shop_id, person.customer_id, members, orders, last_order, person.made_at, known
              from customer.customer as person
             cross join lateral (
                   select array_agg(customer_id order by customer_id) as members
                     from customer.customer as member
                    where member.shop_id = person.shop_id and member.person_id = person.customer_id) as members
             cross join lateral (
                   select count(*) as orders, max(placed_at) as last_order
                     from customer.sale
                    where sale.shop_id = person.shop_id and sale.customer_id = any(members)) as sales
             cross join lateral (
                   select exists (select 1 from customer.claim where claim.shop_id = person.shop_id and claim.customer_id = any(members)) as known
                   ) as claimed
             where person.shop_id = :shop and person.person_id = person.customer_id and person.erased_at is null
            """;

    private final JdbcClient jdbc;
    private final CustomerKeys keys;
    private final Sealing sealing;

    PersonQueries(JdbcClient jdbc, CustomerKeys keys, Sealing sealing) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.sealing = sealing;
    }

    /** Newest first. */
    public Page<Person> list(ShopId shop, long before, int limit) {
        return Page.of(jdbc.sql(PERSON + " and person.customer_id < :before order by person.customer_id desc limit :limit")
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> person(row))
            .list(), limit, person -> person.customer().value());
    }

    /** Whoever has exactly this phone number or mail address. */
    public Optional<Person> byContact(ShopId shop, Sign sign) {
        return jdbc.sql("""
                select person_id
                  from customer.evidence
                  join customer.customer using (shop_id, customer_id)
                 where shop_id = :shop and strong and kind = :kind and hash = :hash
                """)
            .param("shop", shop.value())
            .param("kind", sign.kind().text())
            .param("hash", sign.hash(sealing))
            .query(Long.class)
            .optional()
            .flatMap(person -> find(shop, person));
    }

    /** Whom one of these strong signs names. */
    public List<Person> bySigns(ShopId shop, List<Strong> signs) {
        return jdbc.sql("""
                select distinct person_id
                  from unnest(:kinds, :hashes) as asked (kind, hash)
                  join customer.evidence using (kind, hash)
                  join customer.customer using (shop_id, customer_id)
                 where shop_id = :shop and strong
                 order by person_id
                """)
            .params(Columns.of(signs).texts("kinds", Strong::kind).bytes("hashes", Strong::hash).and("shop", shop.value()).params())
            .query(Long.class)
            .list().stream().flatMap(person -> find(shop, person).stream()).toList();
    }

    /** By which the person whom a customer is one with is known in every shop. */
    public List<Strong> strong(ShopId shop, long customer) {
        return jdbc.sql("""
                select kind, hash
                  from customer.customer as asked
                  join customer.customer as member using (shop_id, person_id)
                  join customer.evidence on evidence.shop_id = member.shop_id and evidence.customer_id = member.customer_id
                 where asked.shop_id = :shop and asked.customer_id = :customer and strong
                 limit 500
                """)
            .param("shop", shop.value())
            .param("customer", customer)
            .query((row, n) -> new Strong(row.getString("kind"), row.getBytes("hash")))
            .list();
    }

    /** The person a customer is one with. */
    public Optional<Person> find(ShopId shop, long customer) {
        return jdbc.sql(PERSON + """
                   and person.customer_id = (select person_id from customer.customer where shop_id = :shop and customer_id = :customer)
                """)
            .param("shop", shop.value())
            .param("customer", customer)
            .query((row, n) -> person(row))
            .optional();
    }

    public List<Evidence> evidence(ShopId shop, List<Long> customers) {
        return jdbc.sql("""
                select evidence_id, evidence.customer_id, kind, realm, strong, sealed, source, confidence, first_seen_at, last_seen_at, key,
                       claim.customer_id is not null as proved
                  from customer.evidence
                  join customer.customer using (shop_id, customer_id)
                  left join customer.claim using (shop_id, customer_id)
                 where evidence.shop_id = :shop and evidence.customer_id = any(:customers)
                 order by strong desc, evidence_id
                 limit 500
                """)
            .param("shop", shop.value())
            .param("customers", customers.toArray(Long[]::new))
            .query((row, n) -> evidence(shop, row))
            .list();
    }

    private Evidence evidence(ShopId shop, ResultSet row) throws SQLException {
        var customer = row.getLong("customer_id");
        var id = row.getLong("evidence_id");
        var sign = new Sign(Sign.Kind.of(row.getString("kind")), row.getString("realm"),
                keys.open(new Of(shop, customer), row.getBytes("key"), id, row.getBytes("sealed")));
        var proved = row.getBoolean("proved") && row.getBoolean("strong");
        return new Evidence(id, new CustomerId(customer), sign, row.getString("source"), proved ? 100 : row.getInt("confidence"), proved,
                row.getTimestamp("first_seen_at").toInstant(), row.getTimestamp("last_seen_at").toInstant());
    }

    private static Person person(ResultSet row) throws SQLException {
        var last = row.getTimestamp("last_order");
        return new Person(new ShopId(row.getLong("shop_id")), new CustomerId(row.getLong("customer_id")),
                List.of((Long[]) row.getArray("members").getArray()), row.getLong("orders"), last == null ? null : last.toInstant(),
                row.getTimestamp("made_at").toInstant(), row.getBoolean("known"));
    }

    /** A strong sign, by its keyed hash. */
    public record Strong(String kind, byte[] hash) {
    }

    /** @param hasAccount whether somebody with an account proved one of his signs */
    public record Person(ShopId shop, CustomerId customer, List<Long> members, long orders, @Nullable Instant lastOrderAt, Instant since,
            boolean hasAccount) {
    }

    /** @param proved by an account; then nothing is surer */
    public record Evidence(long id, CustomerId customer, Sign sign, String source, int confidence, boolean proved, Instant firstSeenAt,
            Instant lastSeenAt) {
    }
}
