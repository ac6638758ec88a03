package io.wanqu.simulators;

import io.wanqu.simulators.agiso.Agiso;
import io.wanqu.simulators.alipay.Alipay;
import io.wanqu.simulators.bot.Messenger;
import io.wanqu.simulators.mini.MiniPrograms;
import io.wanqu.simulators.doudian.Doudian;
import io.wanqu.simulators.jd.Jd;
import io.wanqu.simulators.kuaishou.Kuaishou;
import io.wanqu.simulators.pinduoduo.Pinduoduo;
import io.wanqu.simulators.stripe.Stripe;
import io.wanqu.simulators.taobao.Taobao;
import io.wanqu.simulators.wechatpay.WechatPay;
import io.wanqu.simulators.wechatshop.WechatShop;
import io.wanqu.simulators.xianyu.Xianyu;
import io.wanqu.simulators.xiaohongshu.Xiaohongshu;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** All simulated marketplaces and payment providers in one process, each below a path of its own. */
public final class Simulators implements AutoCloseable {

    private final SimulatorServer server;
    private final List<Simulated> all;

    private Simulators(SimulatorServer server, List<Simulated> all) {
        this.server = server;
        this.all = all;
    }

    /** Starts everything; port 0 takes any free one. */
    public static Simulators start(int port, Clock clock) {
        var server = new SimulatorServer(port);
        var all = List.of(
            Agiso.open(clock),
            Doudian.open(clock),
            Jd.open(clock),
            Kuaishou.open(clock),
            Pinduoduo.open(clock),
            Taobao.open(clock),
            WechatShop.open(clock),
            Xianyu.open(clock),
            Xiaohongshu.open(clock),
            new Alipay(clock),
            new Messenger(),
            new MiniPrograms(),
            new Stripe(clock),
            new WechatPay(clock));
        all.forEach(each -> each.mount(server));
        server.start();
        return new Simulators(server, all);
    }

    /** Where the server listens; each one lives below its name, its controls below {@code /control/}. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        all.forEach(Simulated::close);
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
