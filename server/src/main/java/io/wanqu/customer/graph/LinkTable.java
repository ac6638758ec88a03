package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.link table: the log of what was merged, by whom, and what was undone. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LinkTable {

    private static final String COLUMNS = "link_id, low, high, made_by, rule, order_id, moved, made_at, undone_by, undone_at";

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, Pair pair, Why why, List<Long> moved, Instant at) {
        jdbc.sql("""
                insert into customer.link (shop_id, link_id, low, high, made_by, rule, order_id, moved, made_at)
                values (:shop, :id, :low, :high, :by, :rule, :order, :moved, :at)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("low", pair.low())
            .param("high", pair.high())
            .param("by", why.by)
            .param("rule", why.rule.text())
            .param("order", why.order == null ? null : why.order.value())
            .param("moved", moved.toArray(Long[]::new))
            .param("at", at.atOffset(UTC))
            .update();
    }

    /** Empty when there is no such link, or it was undone before. */
    Optional<Link> undo(ShopId shop, long id, String by, Instant at) {
        return jdbc.sql("update customer.link set undone_by = :by, undone_at = :at where shop_id = :shop and link_id = :id and undone_at is null returning "
                + COLUMNS)
            .param("by", by)
            .param("at", at.atOffset(UTC))
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> link(row))
            .optional();
    }

    /** Whether somebody parted some customer of the one person from some customer of the other, so that no third one joins them again. */
    boolean apart(ShopId shop, long person, long other) {
        return jdbc.sql("""
                with member as materialized (
                    select customer_id, person_id
                      from customer.customer
                     where shop_id = :shop and person_id in (:person, :other))
                select exists (select 1
                                 from member as one
                                 join customer.link on link.shop_id = :shop and low = one.customer_id and undone_at is not null
                                 join member as two on two.customer_id = high and two.person_id <> one.person_id)
                """)
            .param("shop", shop.value())
            .param("person", person)
            .param("other", other)
            .query(Boolean.class)
            .single();
    }

    /** Links of a person's customers, with those that were undone, oldest first. */
    public List<Link> of(ShopId shop, List<Long> customers) {
        return jdbc.sql("select " + COLUMNS + """
                  from customer.link
                 where shop_id = :shop and (low = any(:customers) or high = any(:customers))
                 order by link_id
                """)
            .param("shop", shop.value())
            .param("customers", customers.toArray(Long[]::new))
            .query((row, n) -> link(row))
            .list();
    }

    private static Link link(ResultSet row) throws SQLException {
        var order = row.getObject("order_id", Long.class);
        return new Link(row.getLong("link_id"), new Pair(row.getLong("low"), row.getLong("high")),
                new Why(Rule.valueOf(row.getString("rule").toUpperCase(Locale.ROOT)), row.getString("made_by"), order == null ? null : new OrderId(order)),
                List.of((Long[]) row.getArray("moved").getArray()), row.getTimestamp("made_at").toInstant(), row.getString("undone_by"),
                instant(row.getTimestamp("undone_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What makes two customers one person. */
    public enum Rule {
        /** One order carried strong signs of both. */
        ORDER,
        /** One account proved both to be itself. */
        ACCOUNT,
        /** Staff accepted what weak signs suggested. */
        SUGGESTION,
        STAFF;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Why(Rule rule, String by, @Nullable OrderId order) {

        static final String RULES = "the rules";

        static Why order(OrderId order) {
            return new Why(Rule.ORDER, RULES, order);
        }

        static Why account() {
            return new Why(Rule.ACCOUNT, RULES, null);
        }
    }

    /** @param moved the customers who got another person by it */
    public record Link(long id, Pair pair, Why why, List<Long> moved, Instant at, @Nullable String undoneBy, @Nullable Instant undoneAt) {
    }
}
