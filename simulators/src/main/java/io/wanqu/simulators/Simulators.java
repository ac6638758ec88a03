package io.wanqu.simulators;

import io.wanqu.simulators.alipay.Alipay;
import io.wanqu.simulators.doudian.Doudian;
import io.wanqu.simulators.stripe.Stripe;
import io.wanqu.simulators.wechatpay.WechatPay;
import java.net.URI;
import java.time.Clock;

/** All simulated marketplaces and payment providers in one process, each below a path of its own. */
public final class Simulators implements AutoCloseable {

    private final SimulatorServer server;
    private final Doudian doudian;
    private final Stripe stripe;
    private final WechatPay wechatPay;
    private final Alipay alipay;

    private Simulators(SimulatorServer server, Clock clock) {
        this.server = server;
        this.doudian = new Doudian(clock);
        this.stripe = new Stripe(clock);
        this.wechatPay = new WechatPay(clock);
        this.alipay = new Alipay(clock);
    }

    /** Starts everything; port 0 takes any free one. */
    public static Simulators start(int port, Clock clock) {
        var running = new Simulators(new SimulatorServer(port), clock);
        running.doudian.mount(running.server);
        running.stripe.mount(running.server);
        running.wechatPay.mount(running.server);
        running.alipay.mount(running.server);
        running.server.start();
        return running;
    }

    /** Where the server listens; a marketplace lives below its name, its controls below {@code /control/}. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        stripe.close();
        doudian.close();
        wechatPay.close();
        alipay.close();
        server.close();
    }

    public static void main(String[] arguments) {
        var port = 8090;
        for (var at = 0; at + 1 < arguments.length; at++) {
            if (arguments[at].equals("--port")) {
                port = Integer.parseInt(arguments[at + 1]);
            }
        }
        var running = start(port, Clock.systemUTC());
        System.getLogger("io.wanqu.simulators").log(System.Logger.Level.INFO, "simulators at {0}", running.address());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    }
}
