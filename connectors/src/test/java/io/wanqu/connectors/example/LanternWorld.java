package io.wanqu.connectors.example;

import io.wanqu.connectors.SimulatedWorld;
import java.util.Map;

// guide: world
/** The Lantern market as the kit sees it: its platform, and how it words each trouble. */
final class LanternWorld extends SimulatedWorld {

    LanternWorld() {
        super(new LanternConnector(), LanternMarket::open, Map.of(
            Failure.LIMITED, new Fault(1429, ""),
            Failure.ILL, new Fault(1500, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }
}
// guide: end
