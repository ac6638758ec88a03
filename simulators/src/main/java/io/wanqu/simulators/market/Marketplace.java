package io.wanqu.simulators.market;

import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatedClock;
import io.wanqu.simulators.SimulatorServer;
import io.wanqu.simulators.wire.Wire;
import java.time.Clock;
import java.util.function.BiFunction;

/** One platform: its protocol below {@code /<kind>}, its controls below {@code /control/<kind>}. */
public final class Marketplace implements Simulated {

    private final String kind;
    private final Protocol protocol;
    private final Wire wire;
    private final Controls controls;

    public Marketplace(String kind, Clock clock, Rules rules, BiFunction<Market, Trade, Protocol> speak) {
        this.kind = kind;
        var market = new Market(new SimulatedClock(clock), rules);
        var trade = new Trade(market);
        protocol = speak.apply(market, trade);
        wire = new Wire(protocol.carrier());
        trade.listen(this::hear);
        controls = new Controls(market, trade, protocol, wire);
    }

    private void hear(News news) {
        protocol.tell(news).stream().filter(message -> wire.reaches(message.address())).forEach(wire::pass);
        protocol.react(news);
    }

    @Override
    public void mount(SimulatorServer server) {
        server.mount("/" + kind, protocol::serve);
        server.mount("/control/" + kind, controls::serve);
    }

    @Override
    public void close() {
        controls.close();
        wire.close();
        protocol.close();
    }
}
