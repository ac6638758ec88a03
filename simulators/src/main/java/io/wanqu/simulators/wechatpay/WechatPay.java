package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatedClock;
import io.wanqu.simulators.SimulatorServer;
import java.time.Clock;

/** The simulated provider: its interfaces below {@code /wechatpay}, its controls below {@code /control/wechatpay}. */
public final class WechatPay implements Simulated {

    private final Gateway gateway;
    private final Controls controls;
    private final Callbacks callbacks;

    public WechatPay(Clock clock) {
        var provider = new Provider(new SimulatedClock(clock));
        callbacks = new Callbacks(provider);
        gateway = new Gateway(provider);
        new CertificateApi(provider).offer(gateway);
        new PayApi(provider).offer(gateway);
        new RefundApi(provider, callbacks).offer(gateway);
        new SplitApi(provider).offer(gateway);
        new BillApi(provider).offer(gateway);
        controls = new Controls(provider, callbacks);
    }

    @Override
    public void mount(SimulatorServer server) {
        server.mount("/wechatpay", gateway::serve);
        server.mount("/control/wechatpay", controls::serve);
    }

    @Override
    public void close() {
        callbacks.close();
    }
}
