package io.wanqu.simulators.agiso;

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

/** The simulated Agiso. A shop is of whichever marketplace it is asked as; an application says whose pushes it gets. */
public final class Agiso implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(365), Duration.ofDays(365), false, true);

    private final Gateway gateway;
    private final Pushes pushes;

    private Agiso(Market market, Trade trade) {
        gateway = new Gateway(market);
        pushes = new Pushes(market);
        var shipping = new Shipping(trade);
        new TaobaoApi(shipping).offer(gateway);
        new PinduoduoApi(shipping).offer(gateway);
        new JdApi(shipping).offer(gateway);
        new XianyuApi(shipping).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("agiso", clock, RULES, Agiso::new);
    }

    @Override
    public Answer serve(Request request) {
        return gateway.serve(request);
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
    public Map<String, String> extras() {
        return Map.of(Pushes.SERVICE, "alds");
    }
}
