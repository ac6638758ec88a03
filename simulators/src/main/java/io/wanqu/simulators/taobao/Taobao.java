package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Answer;
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

/** The simulated Taobao and Tmall. */
public final class Taobao implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(30), Duration.ofDays(60), true, true);

    private final Market market;
    private final Gateway gateway;
    private final Messages messages;
    private final Tickets tickets;

    private Taobao(Market market, Trade trade) {
        this.market = market;
        gateway = new Gateway(market);
        messages = new Messages(market);
        tickets = new Tickets(market, trade);
        messages.offer(gateway);
        tickets.offer(gateway);
        new Trades(market).offer(gateway);
        new Shipping(trade).offer(gateway);
        new Items(market).offer(gateway);
        new Stock(market).offer(gateway);
        new Tokens(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("taobao", clock, RULES, Taobao::new);
    }

    @Override
    public Answer serve(Request request) {
        return gateway.serve(request);
    }

    @Override
    public Carrier carrier() {
        return messages.carrier();
    }

    @Override
    public List<Message> tell(News news) {
        return messages.word(news);
    }

    @Override
    public void react(News news) {
        tickets.hear(news);
    }

    @Override
    public Map<String, String> extras() {
        return Map.of(Tokens.SUBSCRIPTION, "true");
    }

    @Override
    public JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/ticket" -> {
                var app = market.app(body.path("appKey").asString(""));
                if (app == null) {
                    throw new IllegalArgumentException("no such app");
                }
                yield tickets.sell(app, body.path("productId").asLong(0), body.path("url").asString(""));
            }
            case "/ticket/notice" -> tickets.again(body.path("lineId").asLong(0), body.path("forged").asBoolean(false));
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    @Override
    public void close() {
        tickets.close();
    }
}
