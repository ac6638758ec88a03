package io.wanqu.simulators.kuaishou;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
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
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The simulated Kuaishou shop. */
public final class Kuaishou implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofHours(48), Duration.ofDays(180), true, false);

    private final Market market;
    private final Gateway gateway;
    private final Pushes pushes;

    private Kuaishou(Market market, Trade trade) {
        this.market = market;
        gateway = new Gateway(market);
        var tickets = new TicketApi(trade);
        pushes = new Pushes(market, tickets);
        tickets.offer(gateway);
        new OrderApi(market).offer(gateway);
        new ItemApi(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("kuaishou", clock, RULES, Kuaishou::new);
    }

    @Override
    public Answer serve(Request request) {
        return gateway.serve(request);
    }

    @Override
    public Carrier carrier() {
        return pushes.postman();
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
    public Map<String, String> extras() {
        var key = new byte[16];
        new SecureRandom().nextBytes(key);
        return Map.of("signSecret", UUID.randomUUID().toString(), "messageSecret", Base64.getEncoder().encodeToString(key));
    }

    @Override
    public JsonNode pull(String path, JsonNode body) {
        var app = market.app(body.path("appKey").asString(""));
        if (!path.equals("/tickets") || app == null) {
            throw new IllegalArgumentException("no control " + path);
        }
        pushes.askForTicketsAt(app, URI.create(body.path("url").asString("")));
        return Json.object();
    }
}
