package io.wanqu.simulators.doudian;

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

/** The simulated Doudian. */
public final class Doudian implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofDays(7), Duration.ofDays(14), true, false);

    private final Gateway gateway;
    private final Pushes pushes;

    private Doudian(Market market, Trade trade) {
        pushes = new Pushes(market);
        gateway = new Gateway(market);
        new ReadingApi(market).offer(gateway);
        new CouponApi(market, trade).offer(gateway);
        new StockApi(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("doudian", clock, RULES, Doudian::new);
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
}
