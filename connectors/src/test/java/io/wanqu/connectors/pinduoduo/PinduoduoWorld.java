package io.wanqu.connectors.pinduoduo;

import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;

/** Pinduoduo as the kit sees it. */
final class PinduoduoWorld extends SimulatedWorld {

    PinduoduoWorld() {
        super(new PinduoduoConnector(), Map.of(
            Failure.LIMITED, new Fault(70031, ""),
            Failure.ILL, new Fault(52001, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }

    @Override
    public String category() {
        return "8721";
    }

    @Override
    public int consigned() {
        return stage().look("/vouchers?sku=" + skuId()).path("waiting").asInt();
    }
}
