package io.wanqu.simulators;

import io.wanqu.simulators.alipay.Alipay;
import io.wanqu.simulators.doudian.Doudian;
import io.wanqu.simulators.wechatpay.WechatPay;
import java.net.URI;
import java.time.Clock;

/** All simulated marketplaces and payment providers in one process, each below a path of its own. */
public final class Simulators implements AutoCloseable {

    private final SimulatorServer server;
    private final Doudian doudian;
    private final WechatPay wechatPay;
    private final Alipay alipay;

    private Simulators(SimulatorServer server, Doudian doudian, WechatPay wechatPay, Alipay alipay) {
        this.server = server;
        this.doudian = doudian;
        this.wechatPay = wechatPay;
        this.alipay = alipay;
    }

    /** Starts everything; port 0 takes any free one. */
    public static Simulators start(int port, Clock clock) {
        var server = new SimulatorServer(port);
        var doudian = new Doudian(clock);
        doudian.mount(server);
        var wechatPay = new WechatPay(clock);
        wechatPay.mount(server);
        var alipay = new Alipay(clock);
        alipay.mount(server);
        server.start();
        return new Simulators(server, doudian, wechatPay, alipay);
    }

    /** Where the server listens; a marketplace lives below its name, its controls below {@code /control/}. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
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
