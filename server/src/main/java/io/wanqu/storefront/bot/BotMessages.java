package io.wanqu.storefront.bot;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderDelivered;
import io.wanqu.storefront.OwnChannel;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables storefront.bot_update, bot_order and bot_message: what was heard, what was ordered, what is to be said. */
@Repository
class BotMessages {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final SealedChats chats;
    private final Ids ids;
    private final Clock clock;

    BotMessages(JdbcClient jdbc, SealedChats chats, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.chats = chats;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes the answer down, unless this update was answered before. */
    @Transactional
    public boolean answer(OwnChannel bot, Update.Said said, Reply reply) {
        var fresh = jdbc.sql("""
                insert into storefront.bot_update (shop_id, channel_id, update_id, at)
                values (:shop, :channel, :update, :at)
                    on conflict (shop_id, channel_id, update_id) do nothing
                """)
            .param("shop", bot.shop().value())
            .param("channel", bot.id().value())
            .param("update", said.update())
            .param("at", clock.instant().atOffset(UTC))
            .update() == 1;
        if (fresh) {
            if (said.press() != null) {
                add(bot, "answerCallbackQuery", Json.write(Map.of("callback_query_id", said.press())), null);
            }
            if (reply.order() != null) {
                remember(bot, said, reply.order());
            }
            add(bot, "sendMessage", body(said.chat(), reply), reply.order());
        }
        return fresh;
    }

    private void remember(OwnChannel bot, Update.Said said, OrderId order) {
        jdbc.sql("""
                insert into storefront.bot_order (shop_id, order_id, channel_id, chat, chinese, ordered_at)
                values (:shop, :order, :channel, :chat, :chinese, :now)
                    on conflict (shop_id, order_id) do nothing
                """)
            .param("shop", bot.shop().value())
            .param("order", order.value())
            .param("channel", bot.id().value())
            .param("chat", chats.sealChat(bot.shop(), order, said.chat()))
            .param("chinese", said.chinese())
            .param("now", clock.instant().atOffset(UTC))
            .update();
    }

    private void add(OwnChannel bot, String method, String body, @Nullable OrderId order) {
        var id = ids.next();
        jdbc.sql("""
                insert into storefront.bot_message (shop_id, message_id, channel_id, method, body, order_id, due_at)
                values (:shop, :id, :channel, :method, :body, :order, :now)
                """)
            .param("shop", bot.shop().value())
            .param("id", id)
            .param("channel", bot.id().value())
            .param("method", method)
            .param("body", chats.sealBody(bot.shop(), id, body))
            .param("order", order == null ? null : order.value())
            .param("now", clock.instant().atOffset(UTC))
            .update();
    }

    /** Lines of orders that some bot took; each is told once, however often it is heard. */
    @Transactional
    public void delivered(List<OrderDelivered> deliveries) {
        record Line(OrderDelivered of, int line) {
        }
        var lines = new ArrayList<Line>();
        deliveries.forEach(it -> it.lines().forEach(line -> lines.add(new Line(it, line))));
        var told = jdbc.sql("""
                select shop_id, order_id, channel_id, chat, chinese, line
                  from unnest(:shops, :orders, :lines) as delivered (shop_id, order_id, line)
                  join storefront.bot_order using (shop_id, order_id)
                """)
            .params(Columns.of(lines).longs("shops", it -> it.of.shop().value()).longs("orders", it -> it.of.order().value()).ints("lines", Line::line).params())
            .query((row, n) -> {
                var shop = new ShopId(row.getLong("shop_id"));
                var order = new OrderId(row.getLong("order_id"));
                return new Told(shop, order, row.getInt("line"), ids.next(), row.getLong("channel_id"), chats.openChat(shop, order, row.getBytes("chat")),
                        row.getBoolean("chinese"));
            })
            .list();
        tell(told);
    }

    private void tell(List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into storefront.bot_message (shop_id, message_id, channel_id, method, body, order_id, line, due_at)
                select shop_id, message_id, channel_id, 'sendMessage', body, order_id, line, :now
                  from unnest(:shops, :ids, :channels, :bodies, :orders, :lines) as told (shop_id, message_id, channel_id, body, order_id, line)
                    on conflict (shop_id, order_id, line) where line is not null do nothing
                """)
            .params(Columns.of(told)
                    .longs("shops", it -> it.shop.value())
                    .longs("ids", Told::message)
                    .longs("channels", Told::channel)
                    .bytes("bodies", it -> chats.sealBody(it.shop, it.message, Json.write(Map.of("chat_id", it.chat,
                            "text", it.chinese ? "已发货，您的卡密：" : "Delivered. Your codes:"))))
                    .longs("orders", it -> it.order.value())
                    .ints("lines", Told::line)
                    .and("now", clock.instant().atOffset(UTC))
                    .params())
            .update();
    }

    /** Takes what is due for a while; a node that falls silent with it is believed to be gone after that. */
    @Transactional
    public List<Due> claim(int limit) {
        return jdbc.sql("""
                with next as materialized (
                    select shop_id, message_id
                      from storefront.bot_message
                     where state = 'due'
                       and due_at <= :now
                     order by due_at, message_id
                     limit :limit
                       for update skip locked)
                update storefront.bot_message message
                   set due_at = :until, attempts = message.attempts + 1
                  from next
                 where message.shop_id = next.shop_id
                   and message.message_id = next.message_id
                returning message.shop_id, message.message_id, message.channel_id, message.method, message.body, message.order_id,
                          message.line, message.attempts
                """)
            .param("now", clock.instant().atOffset(UTC))
            .param("until", clock.instant().plus(LEASE).atOffset(UTC))
            .param("limit", limit)
            .query((row, n) -> {
                var order = row.getLong("order_id");
                var noOrder = row.wasNull();
                var line = row.getInt("line");
                var shop = new ShopId(row.getLong("shop_id"));
                var id = row.getLong("message_id");
                return new Due(shop, id, new ChannelId(row.getLong("channel_id")),
                        row.getString("method"), chats.openBody(shop, id, row.getBytes("body")), noOrder ? null : new OrderId(order), line, row.getInt("attempts"));
            })
            .list().stream().sorted((a, b) -> Long.compare(a.id, b.id)).toList();
    }

    void end(Due due, boolean said) {
        jdbc.sql("update storefront.bot_message set state = :state where shop_id = :shop and message_id = :id and state = 'due'")
            .param("state", said ? "done" : "failed")
            .param("shop", due.shop.value())
            .param("id", due.id)
            .update();
    }

    void later(Due due, Instant at) {
        jdbc.sql("update storefront.bot_message set due_at = :at where shop_id = :shop and message_id = :id and state = 'due'")
            .param("at", at.atOffset(UTC))
            .param("shop", due.shop.value())
            .param("id", due.id)
            .update();
    }

    private static String body(long chat, Reply reply) {
        var body = new LinkedHashMap<String, Object>();
        body.put("chat_id", chat);
        body.put("text", reply.text());
        if (!reply.buttons().isEmpty()) {
            body.put("reply_markup", Map.of("inline_keyboard", reply.buttons().stream().map(it -> List.of(it.data().isEmpty()
                    ? Map.of("text", it.text(), "url", SendMessages.LINK)
                    : Map.of("text", it.text(), "callback_data", it.data()))).toList()));
        }
        return Json.write(body);
    }

    /** @param line whose codes go with it; 0 where none do */
    record Due(ShopId shop, long id, ChannelId channel, String method, String body, @Nullable OrderId order, int line, int attempts) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    private record Told(ShopId shop, OrderId order, int line, long message, long channel, long chat, boolean chinese) {
    }
}
