package io.wanqu.ordering.reviewing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.settling.CompleteOrders;
import io.wanqu.ordering.settling.GiveUpOrders;
import io.wanqu.risk.KnowsOutcomes;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a held order go on, or gives its money back; of two who decide at once one is right, the other is told so. */
@Service
class ReviewOrders implements KnowsOutcomes {

    private final Orders orders;
    private final CompleteOrders complete;
    private final GiveUpOrders giveUp;
    private final Trail trail;
    private final JdbcClient jdbc;

    ReviewOrders(Orders orders, CompleteOrders complete, GiveUpOrders giveUp, Trail trail, JdbcClient jdbc) {
        this.orders = orders;
        this.complete = complete;
        this.giveUp = giveUp;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    @Transactional
    public void release(ShopId shop, OrderId order, String reason) {
        decide(shop, order, "order.released", reason, complete::released);
    }

    @Transactional
    public void refuse(ShopId shop, OrderId order, String reason) {
        decide(shop, order, "order.refused", reason, giveUp::refused);
    }

    private void decide(ShopId shop, OrderId order, String action, String reason, Consumer<Collection<OrderRow>> decision) {
        var locked = orders.lock(List.of(new Orders.Key(shop, order))).get(order);
        if (locked == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (locked.state() != OrderState.REVIEW) {
            throw new OrderingProblem.WrongState(locked.state(), OrderState.REVIEW.text());
        }
        trail.note(Note.of(shop, action, "order", order.value()).after(new Said(reason)));
        decision.accept(List.of(locked));
    }

    /** The most urgent first; of all shops where none is named. */
    List<Held> queue(@Nullable ShopId shop, int limit) {
        return jdbc.sql("""
                select shop_id, order_id, channel_id, total_minor, currency, paid_at, deadline, review_releases
                  from ordering.customer_order
                 where state = 'review'
                   and (:shop::bigint is null or shop_id = :shop)
                 order by deadline
                 limit :limit
                """)
            .param("shop", shop == null ? null : shop.value())
            .param("limit", limit)
            .query((row, n) -> new Held(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id")), new ChannelId(row.getLong("channel_id")),
                    Money.of(row.getLong("total_minor"), row.getString("currency")), row.getTimestamp("paid_at").toInstant(),
                    row.getTimestamp("deadline").toInstant(), row.getBoolean("review_releases") ? "release" : "refund"))
            .list();
    }

    @Override
    public Set<Long> good(ShopId shop, Collection<Long> subjects) {
        return new HashSet<>(jdbc.sql("""
                select order_id
                  from ordering.customer_order
                 where shop_id = :shop and order_id = any(:orders) and payment_state = 'paid'
                """)
            .param("shop", shop.value())
            .param("orders", subjects.stream().mapToLong(it -> it).toArray())
            .query(Long.class)
            .list());
    }

    private record Said(String reason) {
    }

    /** @param then what happens at the deadline: release or refund */
    record Held(ShopId shop, OrderId order, ChannelId channel, Money total, Instant paidAt, Instant deadline, String then) {
    }
}
