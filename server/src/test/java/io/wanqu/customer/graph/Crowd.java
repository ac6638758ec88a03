package io.wanqu.customer.graph;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.Bought.Source;
import io.wanqu.customer.RecogniseSales;
import io.wanqu.customer.Sign;
import io.wanqu.customer.Sign.Kind;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People who buy in a shop, known by what they leave. */
@Component
public class Crowd {

    private final RecogniseSales recognise;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Ids ids;

    Crowd(RecogniseSales recognise, TransactionTemplate transaction, JdbcClient jdbc, Ids ids) {
        this.recognise = recognise;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public static Sign phone(String number) {
        return Sign.phone(number).orElseThrow();
    }

    public static Sign name(String name) {
        return new Sign(Kind.BUYER_OPEN_UID, "market:app", name);
    }

    /** An order with these signs on it, whose buyer is recognised. */
    public OrderId buys(ShopId shop, Sign... signs) {
        var order = bought(shop, signs);
        transaction.executeWithoutResult(status -> recognise.recognise(List.of(order)));
        return order.order();
    }

    public Bought bought(ShopId shop, Sign... signs) {
        return new Bought(shop, new OrderId(ids.next()), new ChannelId(1), Instant.parse("2026-11-01T00:00:00Z"),
                List.of(signs).stream().map(sign -> new Found(sign, Source.ORDER)).toList());
    }

    /** Each order with its person. */
    public Map<OrderId, Long> persons(ShopId shop) {
        var persons = new HashMap<OrderId, Long>();
        jdbc.sql("select order_id, person_id from customer.sale join customer.customer using (shop_id, customer_id) where shop_id = :shop")
            .param("shop", shop.value())
            .query(row -> {
                persons.put(new OrderId(row.getLong("order_id")), row.getLong("person_id"));
            });
        return persons;
    }

    /** Each customer with his person. */
    public Map<Long, Long> partition(ShopId shop) {
        var persons = new HashMap<Long, Long>();
        jdbc.sql("select customer_id, person_id from customer.customer where shop_id = :shop").param("shop", shop.value())
            .query(row -> {
                persons.put(row.getLong("customer_id"), row.getLong("person_id"));
            });
        return persons;
    }

    public long count(ShopId shop, String table) {
        return jdbc.sql("select count(*) from customer." + table + " where shop_id = :shop").param("shop", shop.value()).query(Long.class).single();
    }
}
