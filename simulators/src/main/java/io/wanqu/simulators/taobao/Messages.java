package io.wanqu.simulators.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Mailbox;
import io.wanqu.simulators.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/** The message channel: kept for an application until fetched and confirmed, all its shops in one queue. */
final class Messages {

    /** Ten minutes and more at the real platform. */
    private static final Duration COMES_AGAIN = Duration.ofSeconds(1);
    private static final int BATCH_MIN = 10;
    private static final int BATCH_MAX = 200;

    private final Market market;
    private final Mailbox mailbox;
    private final AtomicLong ids = new AtomicLong(4_160_700_000_000_000_001L);

    Messages(Market market) {
        this.market = market;
        this.mailbox = new Mailbox(market.clock(), COMES_AGAIN);
    }

    Carrier carrier() {
        return mailbox;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.tmc.messages.consume", this::consume);
        gateway.offer("taobao.tmc.messages.confirm", this::confirm);
        gateway.offer("taobao.tmc.user.permit", Messages::permit);
    }

    List<Message> word(News news) {
        var shop = market.shop(news.order().shopId());
        var sale = news.sale();
        var content = Json.object()
            .put("tid", news.order().id())
            .put("seller_nick", "shop " + shop.id())
            .put("payment", Call.yuan(news.order().amountFen()))
            .put("status", Statuses.trade(news.order()))
            .put("type", "fixed");
        if (sale != null) {
            content.put("refund_id", sale.id()).put("oid", sale.line().id())
                .put("refund_fee", Call.yuan(sale.line().amountFen())).put("modified", Call.local(sale.updatedAt()));
        }
        var id = ids.getAndIncrement();
        var body = Json.object()
            .put("id", id)
            .put("topic", topic(news.what()))
            .put("pub_app_key", "12497914")
            .put("pub_time", Call.local(market.clock().seconds()))
            .put("user_id", shop.id())
            .put("user_nick", "shop " + shop.id())
            .put("content", content.toString());
        return List.of(new Message(shop.app().key(), String.valueOf(id), Map.of(), "", body.toString().getBytes(UTF_8)));
    }

    private static String topic(News.What what) {
        return switch (what) {
            case CREATED -> "taobao_trade_TradeCreate";
            case PAID -> "taobao_trade_TradeBuyerPay";
            case PART_SHIPPED -> "taobao_trade_TradePartlySellerShip";
            case SHIPPED -> "taobao_trade_TradeSellerShip";
            case COMPLETED -> "taobao_trade_TradeSuccess";
            case CANCELLED -> "taobao_trade_TradeClose";
            case REFUND_APPLIED -> "taobao_refund_RefundCreated";
            case REFUND_AGREED -> "taobao_refund_RefundSuccess";
            case REFUND_REFUSED -> "taobao_refund_RefundSellerRefuseAgreement";
            case REFUND_WITHDRAWN -> "taobao_refund_RefundClosed";
        };
    }

    private ObjectNode consume(Call call) {
        var quantity = (int) call.number("quantity", 100);
        if (quantity < BATCH_MIN || quantity > BATCH_MAX) {
            throw Refusal.invalid("quantity");
        }
        var found = mailbox.fetch(call.app().key(), quantity);
        var answer = Json.object();
        if (!found.isEmpty()) {
            var list = answer.putObject("messages").putArray("tmc_message");
            found.forEach(each -> list.add(Json.read(new String(each.body(), UTF_8))));
        }
        return answer;
    }

    private ObjectNode confirm(Call call) {
        var ids = List.of(call.required("s_message_ids").split(","));
        if (ids.size() > BATCH_MAX) {
            throw Refusal.invalid("s_message_ids");
        }
        mailbox.confirm(call.app().key(), ids);
        return Json.object().put("is_success", true);
    }

    private static ObjectNode permit(Call call) {
        call.shop();
        return Json.object().put("is_success", true);
    }
}
