package io.wanqu.ordering.buyers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.Bought.Source;
import io.wanqu.customer.BuyerSigns;
import io.wanqu.customer.Sign;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.row.OrderSecrets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the contact that a buyer left with his order; a bot leaves the chat it speaks in. */
@Component
class ContactSigns implements BuyerSigns {

    private static final Pattern CHAT = Pattern.compile("bot-(\\d+)-(-?\\d+)");

    private final JdbcClient jdbc;
    private final OrderSecrets secrets;

    ContactSigns(JdbcClient jdbc, OrderSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public Map<OrderId, List<Found>> of(List<Bought.Order> orders) {
        var found = new HashMap<OrderId, List<Found>>();
        jdbc.sql("""
                select shop_id, order_id, contact
                  from unnest(:shops, :orders) as asked (shop_id, order_id)
                  join ordering.customer_order using (shop_id, order_id)
                 where contact is not null
                """)
            .params(Columns.of(orders).longs("shops", it -> it.shop().value()).longs("orders", it -> it.order().value()).params())
            .query(row -> {
                var order = new OrderId(row.getLong("order_id"));
                var contact = secrets.openContact(new ShopId(row.getLong("shop_id")), order, row.getBytes("contact"));
                found.put(order, List.of(new Found(sign(contact), Source.ORDER)));
            });
        return found;
    }

    private static Sign sign(String contact) {
        var chat = CHAT.matcher(contact);
        return chat.matches() ? new Sign(Sign.Kind.CHAT, chat.group(1), chat.group(2)) : Sign.contact(contact);
    }
}
