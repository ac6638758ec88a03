package io.wanqu.simulators.jd;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes of local services: the platform makes them, a buyer brings one, the shop redeems it. */
final class LocApi {

    private final Market market;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> requests = new HashSet<>();

    LocApi(Market market) {
        this.market = market;
    }

    void offer(Interfaces interfaces) {
        interfaces.offer("jingdong.loc.code.consume", this::consume);
    }

    synchronized JsonNode make(JsonNode body) {
        var number = String.valueOf(market.nextId());
        var code = new Code(body.path("password").asString("0000"), body.path("times").asInt(1));
        codes.put(number, code);
        return Json.object().put("codeNum", number).put("pwdNumber", code.password);
    }

    synchronized JsonNode look(Request request) {
        var code = codes.get(request.parameter("codeNum"));
        return Json.object().put("left", code == null ? 0 : code.left);
    }

    private synchronized ObjectNode consume(Shop shop, JsonNode parameters) {
        var code = codes.get(parameters.path("codeNum").asString(""));
        var times = parameters.path("consumeCount").asInt(1);
        if (code == null || !code.password.equals(parameters.path("pwdNumber").asString(""))
            || !String.valueOf(shop.id()).equals(parameters.path("shopId").asString(""))) {
            throw new Refusal(Refusal.BUSINESS, "no such code");
        }
        if (requests.contains(parameters.path("requestId").asString(""))) {
            return Json.object().put("success", true);
        }
        if (code.left < times) {
            throw new Refusal(Refusal.BUSINESS, "code is used up");
        }
        requests.add(parameters.path("requestId").asString(""));
        code.left -= times;
        return Json.object().put("success", true);
    }

    private static final class Code {

        private final String password;
        private int left;

        private Code(String password, int left) {
            this.password = password;
            this.left = left;
        }
    }
}
