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
    private final Ids ids;
    private final Clock clock;

    BotMessages(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
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
                insert into storefront.bot_order (shop_id, order_id, channel_id, chat_id, chinese)
                values (:shop, :order, :channel, :chat, :chinese)
                    on conflict (shop_id, order_id) do nothing
                """)
            .param("shop", bot.shop().value())
            .param("order", order.value())
            .param("channel", bot.id().value())
            .param("chat", said.chat())
            .param("chinese", said.chinese())
            .update();
    }

    private void add(OwnChannel bot, String method, String body, @Nullable OrderId order) {
        jdbc.sql("""
                insert into storefront.bot_message (shop_id, message_id, channel_id, method, body, order_id, due_at)
                values (:shop, :id, :channel, :method, :body, :order, :now)
                """)
            .param("shop", bot.shop().value())
            .param("id", ids.next())
            .param("channel", bot.id().value())
            .param("method", method)
            .param("body", body)
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
        jdbc.sql("""
                insert into storefront.bot_message (shop_id, message_id, channel_id, method, body, order_id, line, due_at)
                select bot_order.shop_id, message_id, channel_id, 'sendMessage',
                       json_build_object('chat_id', chat_id, 'text',
                                         case when chinese then '已发货，您的卡密：' else 'Delivered. Your codes:' end)::text,
                       bot_order.order_id, line, :now
                  from unnest(:shops, :orders, :lines, :ids) as told (shop_id, order_id, line, message_id)
                  join storefront.bot_order using (shop_id, order_id)
                    on conflict (shop_id, order_id, line) where line is not null do nothing
                """)
            .params(Columns.of(lines)
                    .longs("shops", it -> it.of.shop().value())
                    .longs("orders", it -> it.of.order().value())
                    .ints("lines", Line::line)
                    .longs("ids", it -> ids.next())
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
                return new Due(new ShopId(row.getLong("shop_id")), row.getLong("message_id"), new ChannelId(row.getLong("channel_id")),
                        row.getString("method"), row.getString("body"), noOrder ? null : new OrderId(order), line, row.getInt("attempts"));
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
    }
}
