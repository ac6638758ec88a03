package io.wanqu.simulators.pinduoduo;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Marketplace;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Protocol;
import io.wanqu.simulators.market.Rules;
import io.wanqu.simulators.market.Trade;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The simulated Pinduoduo. */
public final class Pinduoduo implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(1), Duration.ofDays(30), true, true);

    private final Router router;
    private final OrderApi orders;
    private final GoodsApi goods;
    private final VoucherApi vouchers;
    private final MessageApi messages;

    private Pinduoduo(Market market, Trade trade) {
        router = new Router(market);
        orders = new OrderApi(market);
        goods = new GoodsApi(market);
        vouchers = new VoucherApi(market, trade);
        messages = new MessageApi(market);
        orders.offer(router);
        goods.offer(router);
        vouchers.offer(router);
        messages.offer(router);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("pinduoduo", clock, RULES, Pinduoduo::new);
    }

    @Override
    public Answer serve(Request request) {
        return router.serve(request);
    }

    @Override
    public Carrier carrier() {
        return messages.line();
    }

    @Override
    public List<Message> tell(News news) {
        return messages.word(news);
    }

    @Override
    public void react(News news) {
        vouchers.giveOut(news);
    }

    @Override
    public Map<String, String> extras() {
        return Map.of("messages", messages.line().address(), "voucherKey", VoucherApi.publicKey());
    }

    @Override
    public JsonNode pull(String path, JsonNode body) {
        switch (path) {
            case "/risk" -> orders.review(body.path("orderId").asLong(0), body.path("on").asBoolean(true));
            case "/promotion" -> goods.promote(body.path("sku").asString(""), body.path("on").asBoolean(true));
            case "/messages/break" -> messages.line().breakAll();
            default -> {
                return Protocol.super.pull(path, body);
            }
        }
        return Json.object();
    }

    @Override
    public JsonNode look(Request request) {
        return switch (request.path()) {
            case "/vouchers" -> vouchers.look(request.parameter("sku"));
            case "/messages" -> messages.line().look();
            default -> Protocol.super.look(request);
        };
    }
}
