package io.wanqu.simulators.jd;

import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of the platform, by the names of the older transport. */
final class Interfaces {

    private final Map<String, Interface> byMethod = new HashMap<>();

    void offer(String method, Interface api) {
        byMethod.put(method, api);
    }

    @Nullable Interface find(String method) {
        return byMethod.get(method);
    }

    /** One interface of the platform; a refusal is thrown. */
    interface Interface {
        ObjectNode answer(Shop shop, JsonNode parameters);
    }
}
