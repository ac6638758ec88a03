package io.wanqu.storefront.bot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chats in which people ordered. */
@Component
class ChatRecords implements PersonalRecords {

    private final JdbcClient jdbc;
    private final SealedChats chats;

    ChatRecords(JdbcClient jdbc, SealedChats chats) {
        this.jdbc = jdbc;
        this.chats = chats;
    }

    @Override
    public String kind() {
        return "storefront.chat";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        jdbc.sql("select order_id, chat, ordered_at from storefront.bot_order where shop_id = :shop and order_id = any(:orders)")
            .param("shop", subject.shop().value())
            .param("orders", subject.orderIds())
            .query(row -> {
                var order = new OrderId(row.getLong("order_id"));
                out.accept(new Ordered(order, Long.toString(chats.openChat(subject.shop(), order, row.getBytes("chat"))), row.getTimestamp("ordered_at").toInstant()));
            });
    }

    @Override
    public int destroy(Subject subject) {
        jdbc.sql("delete from storefront.bot_message where shop_id = :shop and order_id = any(:orders)")
            .param("shop", subject.shop().value()).param("orders", subject.orderIds()).update();
        return jdbc.sql("delete from storefront.bot_order where shop_id = :shop and order_id = any(:orders)")
            .param("shop", subject.shop().value()).param("orders", subject.orderIds()).update();
    }

    /** What was said goes with the order it was about; what was about none, as soon as it was said that long ago. */
    @Override
    public int expire(Instant before, int limit) {
        jdbc.sql("""
                with old as materialized (
                    select shop_id, message_id
                      from storefront.bot_message
                     where state <> 'due' and due_at < :before
                     limit :limit
                       for update skip locked)
                delete from storefront.bot_message
                 using old
                 where bot_message.shop_id = old.shop_id and bot_message.message_id = old.message_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, order_id
                      from storefront.bot_order
                     where ordered_at < :before
                     order by ordered_at
                     limit :limit
                       for update skip locked)
                delete from storefront.bot_order
                 using old
                 where bot_order.shop_id = old.shop_id and bot_order.order_id = old.order_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }

    private record Ordered(OrderId order, String chat, Instant at) {

        @Override
        public String toString() {
            return "Ordered[" + order + "]";
        }
    }
}
