package io.wanqu.simulators.jd;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Door;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.Market;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways in: the older router, the newer routes, and where tokens are granted. */
final class Doors {

    private static final Map<String, String> ROUTES = Map.of(
        "/rest/sp-order/v0/orders", "jingdong.pop.order.search",
        "/rest/sp-aftercare/v0/afs-orders", "jingdong.pop.afs.soa.refundapply.queryPageList");
    private static final String ONE_ORDER = "/rest/sp-order/v0/orders/";

    private final Interfaces interfaces;
    private final Checks checks;
    private final Grants grants;
    private final Door door;

    Doors(Market market, Interfaces interfaces) {
        this.interfaces = interfaces;
        this.checks = new Checks(market);
        this.grants = new Grants(market);
        this.door = new Door(market.faults(), Doors::spoiled);
    }

    Answer serve(Request request) {
        var path = request.path();
        if (path.equals("/routerjson")) {
            var method = request.parameter("method");
            return door.pass(method, () -> routed(request, method));
        }
        if (path.startsWith("/oauth2/")) {
            return door.pass(path, () -> grants.serve(request));
        }
        return door.pass(path, () -> rest(request));
    }

    private Answer routed(Request request, String method) {
        try {
            var shop = checks.router(request);
            var parameters = Json.read(request.form().getOrDefault("360buy_param_json", "{}"));
            var answer = known(method).answer(shop, parameters).put("code", "0");
            return Answer.json(Json.object().set(root(method), answer));
        } catch (Refusal refusal) {
            return error(refusal.code(), refusal.sentence());
        }
    }

    private Answer rest(Request request) {
        try {
            var one = request.path().startsWith(ONE_ORDER);
            var number = one ? request.path().substring(ONE_ORDER.length()) : "";
            var shop = checks.rest(request, one ? Map.of("orderId", number) : Map.of());
            var parameters = Json.object();
            request.query().forEach(parameters::put);
            if (one) {
                parameters.put("order_id", number);
            }
            var method = one ? "jingdong.pop.order.get" : ROUTES.getOrDefault(request.path(), "");
            var answer = known(method).answer(shop, parameters);
            return Answer.json(Json.object().put("code", "0").put("msg", "success").set("data", inner(answer)));
        } catch (Refusal refusal) {
            return Answer.json(Json.object().put("code", refusal.code()).put("msg", refusal.sentence()));
        }
    }

    private Interfaces.Interface known(String method) {
        var api = interfaces.find(method);
        if (api == null) {
            throw new Refusal(Refusal.METHOD, "no such method");
        }
        return api;
    }

    /** The platform spells the ending in two ways. */
    private static String root(String method) {
        return method.replace('.', '_') + (method.contains(".pop.") ? "_responce" : "_response");
    }

    /** The newer routes leave out the level named after the older method's result. */
    private static JsonNode inner(ObjectNode answer) {
        return answer.size() == 1 ? answer.iterator().next() : answer;
    }

    private static Answer spoiled(Fault fault) {
        return error(String.valueOf(fault.code()), "as ordered");
    }

    static Answer error(String code, String sentence) {
        var answer = Json.object();
        answer.putObject("error_response").put("code", code).put("zh_desc", sentence).put("en_desc", sentence);
        return Answer.json(answer);
    }
}
