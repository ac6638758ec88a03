package io.wanqu.connectors.xianyu;

import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;

/** Xianyu as the kit sees it. */
final class XianyuWorld extends SimulatedWorld {

    XianyuWorld() {
        super(new XianyuConnector(), Map.of(
            Failure.LIMITED, new Fault(429, ""),
            Failure.ILL, new Fault(500, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }

    @Override
    public String category() {
        return "e11455b218c06e7ae10cfa39bf43dc0f";
    }
}
