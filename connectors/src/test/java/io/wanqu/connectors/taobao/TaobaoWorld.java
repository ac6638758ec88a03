package io.wanqu.connectors.taobao;

import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;

/** Taobao as the kit sees it. */
final class TaobaoWorld extends SimulatedWorld {

    TaobaoWorld() {
        super(new TaobaoConnector(), Map.of(
            Failure.LIMITED, new Fault(7, "accesscontrol.limited-by-app-access-count"),
            Failure.ILL, new Fault(15, "isp.top-remote-connection-timeout"),
            Failure.UNKNOWN_CODE, new Fault(98765, "isv.never-heard-of")));
    }

    @Override
    public String category() {
        return "50011725";
    }
}
