package io.wanqu.connectors.doudian;

import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;

/** Doudian as the kit sees it. */
final class DoudianWorld extends SimulatedWorld {

    DoudianWorld() {
        super(new DoudianConnector(), Map.of(
            Failure.LIMITED, new Fault(60000, "isv.traffic-limited"),
            Failure.ILL, new Fault(20000, "isp.service-error"),
            Failure.UNKNOWN_CODE, new Fault(98765, "isv.never-heard-of")));
    }
}
