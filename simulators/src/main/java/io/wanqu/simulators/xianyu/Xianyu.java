package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
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
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The simulated Xianyu, as XianGuanJia shows it. */
public final class Xianyu implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(365), Duration.ofDays(365), false, true);

    private final Market market;
    private final Gateway gateway;
    private final Pushes pushes;
    private final CardStore store;
    private final Buying buying;

    private Xianyu(Market market, Trade trade) {
        this.market = market;
        gateway = new Gateway(market);
        pushes = new Pushes(market);
        store = new CardStore(market, trade);
        buying = new Buying(market);
        store.offer(gateway);
        new Orders(market, trade).offer(gateway);
        new Products(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("xianyu", clock, RULES, Xianyu::new);
    }

    @Override
    public Answer serve(Request request) {
        return request.path().startsWith(Buying.CALLBACKS) ? buying.hear(request) : gateway.serve(request);
    }

    @Override
    public Carrier carrier() {
        return pushes.carrier();
    }

    @Override
    public List<Message> tell(News news) {
        return pushes.word(news);
    }

    @Override
    public Message forge(App app, long orderId) {
        return pushes.forge(app, orderId);
    }

    @Override
    public void react(News news) {
        store.hear(news);
    }

    @Override
    public Map<String, String> extras() {
        return Map.of(
            "userName", "tb" + market.nextId(),
            Signing.SUPPLY_APP_ID, String.valueOf(market.nextId() / 1000),
            Signing.SUPPLY_APP_SECRET, UUID.randomUUID().toString(),
            Signing.MCH_ID, String.valueOf(market.nextId()),
            Signing.MCH_SECRET, UUID.randomUUID().toString());
    }

    @Override
    public JsonNode pull(String path, JsonNode body) {
        return switch (path) {
            case "/cards/bind" -> store.bind(body.path("kindId").asLong(0), body.path("productId").asLong(0));
            case "/supplier" -> {
                var app = market.app(body.path("appKey").asString(""));
                if (app == null) {
                    throw new IllegalArgumentException("no such app");
                }
                yield buying.call(app, body);
            }
            default -> throw new IllegalArgumentException("no control " + path);
        };
    }

    @Override
    public JsonNode look(Request request) {
        return switch (request.path()) {
            case "/cards" -> store.look();
            case "/notices" -> buying.notices();
            default -> throw new IllegalArgumentException("nothing to see at " + request.path());
        };
    }

    @Override
    public void close() {
        buying.close();
    }
}
