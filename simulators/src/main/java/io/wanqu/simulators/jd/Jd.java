package io.wanqu.simulators.jd;

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
import io.wanqu.simulators.wire.Postman;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The simulated JD. It sends no messages: what its console offers for that is not public. */
public final class Jd implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(365), Duration.ofDays(365), true, true);

    private final Doors doors;
    private final LocApi loc;
    private final Postman nobody = new Postman(_ -> true);

    private Jd(Market market, Trade notNeeded) {
        var interfaces = new Interfaces();
        new OrderApi(market).offer(interfaces);
        new WareApi(market).offer(interfaces);
        loc = new LocApi(market);
        loc.offer(interfaces);
        doors = new Doors(market, interfaces);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("jd", clock, RULES, Jd::new);
    }

    @Override
    public Answer serve(Request request) {
        return doors.serve(request);
    }

    @Override
    public Carrier carrier() {
        return nobody;
    }

    @Override
    public List<Message> tell(News news) {
        return List.of();
    }

    @Override
    public JsonNode pull(String path, JsonNode body) {
        return path.equals("/loc") ? loc.make(body) : Protocol.super.pull(path, body);
    }

    @Override
    public JsonNode look(Request request) {
        return request.path().equals("/loc") ? loc.look(request) : Protocol.super.look(request);
    }
}
