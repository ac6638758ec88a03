package io.wanqu.simulators.xiaohongshu;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Line.Code;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The simulated Xiaohongshu. */
public final class Xiaohongshu implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(7), Duration.ofDays(14), true, false);

    private final Market market;
    private final Trade trade;
    private final Gateway gateway;
    private final Pushes pushes;

    private Xiaohongshu(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
        gateway = new Gateway(market);
        pushes = new Pushes(market);
        OrderApi.offer(gateway);
        new ItemApi(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("xiaohongshu", clock, RULES, Xiaohongshu::new);
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

    /** The path of the receiver's address, which the signature of a push covers. */
    @Override
    public Map<String, String> extras() {
        return Map.of("pushPath", "/push");
    }

    /** The seller ships by hand in the platform's console, with cards that the platform keeps. */
    @Override
    public JsonNode pull(String path, JsonNode body) {
        if (!path.equals("/ship")) {
            throw new IllegalArgumentException("no control " + path);
        }
        var line = market.line(body.path("lineId").asLong(0));
        var codes = new ArrayList<Code>();
        body.path("cards").forEach(each -> codes.add(
            new Code("", each.path("number").asString(""), each.path("secret").asString(""), "")));
        line.keep(codes);
        trade.ship(line);
        return Json.object();
    }
}
