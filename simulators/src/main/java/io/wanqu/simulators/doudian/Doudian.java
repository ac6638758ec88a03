package io.wanqu.simulators.doudian;

import io.wanqu.simulators.SimulatedClock;
import io.wanqu.simulators.SimulatorServer;
import java.time.Clock;

/** The simulated marketplace: its gateway below {@code /doudian}, its controls below {@code /control/doudian}. */
public final class Doudian implements AutoCloseable {

    private final Gateway gateway;
    private final Controls controls;
    private final Pushes pushes;

    public Doudian(Clock clock) {
        var market = new Market(new SimulatedClock(clock));
        pushes = new Pushes(market);
        var trade = new Trade(market, pushes);
        gateway = new Gateway(market);
        new ReadingApi(market).offer(gateway);
        new CouponApi(market, trade).offer(gateway);
        new StockApi(market).offer(gateway);
        controls = new Controls(market, trade, pushes, gateway);
    }

    public void mount(SimulatorServer server) {
        server.mount("/doudian", gateway::serve);
        server.mount("/control/doudian", controls::serve);
    }

    @Override
    public void close() {
        controls.close();
        pushes.close();
    }
}
