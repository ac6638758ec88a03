package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatedClock;
import io.wanqu.simulators.SimulatorServer;
import java.time.Clock;

/** The simulated provider: its gateway at {@code /alipay/gateway.do}, its controls below {@code /control/alipay}. */
public final class Alipay implements Simulated {

    private final Gateway gateway;
    private final Controls controls;
    private final Notifier notifier;

    public Alipay(Clock clock) {
        var provider = new Provider(new SimulatedClock(clock));
        notifier = new Notifier(provider);
        gateway = new Gateway(provider, new Cashier(provider, notifier));
        new TradeApi(provider, notifier).offer(gateway);
        new RefundApi(provider, notifier).offer(gateway);
        new RoyaltyApi(provider).offer(gateway);
        new BillApi(provider).offer(gateway);
        controls = new Controls(provider, notifier);
    }

    @Override
    public void mount(SimulatorServer server) {
        server.mount("/alipay", gateway::serve);
        server.mount("/control/alipay", controls::serve);
    }

    @Override
    public void close() {
        notifier.close();
    }
}
