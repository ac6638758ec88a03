package io.wanqu.simulators.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order.State;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.wire.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Which news a shop lets its software hear of, and how they are worded. */
final class MessageApi {

    private final Market market;
    private final MessageLine line;
    private final Map<Long, Set<String>> permitted = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(8_000_000_000_000_000_001L);

    MessageApi(Market market) {
        this.market = market;
        this.line = new MessageLine(market);
    }

    void offer(Router router) {
        router.offer("pdd.pmc.user.permit", "pmc_user_permit_response", this::permit);
    }

    MessageLine line() {
        return line;
    }

    private ObjectNode permit(Shop shop, Map<String, String> form) {
        permitted.put(shop.id(), Set.of(form.getOrDefault("topics", "").split(",")));
        return Json.object().put("is_success", true);
    }

    List<Message> word(News news) {
        var topic = topic(news);
        var shop = market.shop(news.order().shopId());
        if (topic == null || !permitted.getOrDefault(shop.id(), Set.of()).contains(topic)) {
            return List.of();
        }
        var id = ids.getAndIncrement();
        var content = Json.object().put("mall_id", shop.id()).put("tid", String.valueOf(news.order().id()));
        if (news.sale() != null) {
            content.put("refund_id", news.sale().id());
        }
        var frame = Json.object().put("id", id).put("commandType", "Common").put("sendTime", market.clock().millis());
        frame.putObject("message").put("type", topic).put("mallID", shop.id()).put("content", content.toString());
        return List.of(new Message(shop.app().key(), String.valueOf(id), Map.of(), "",
            frame.toString().getBytes(UTF_8)));
    }

    private static @Nullable String topic(News news) {
        return switch (news.what()) {
            case PAID -> news.order().state() == State.HELD ? null : "pdd_trade_TradeConfirmed";
            case SHIPPED -> "pdd_trade_TradeSellerShip";
            case COMPLETED -> "pdd_trade_TradeSuccess";
            case REFUND_APPLIED -> "pdd_refund_RefundCreated";
            case REFUND_AGREED -> "pdd_refund_RefundAgreeAgreement";
            case REFUND_REFUSED, REFUND_WITHDRAWN -> "pdd_refund_RefundClosed";
            case CREATED, PART_SHIPPED, CANCELLED -> null;
        };
    }
}
