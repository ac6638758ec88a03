package io.wanqu.simulators.mini;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatorServer;

import tools.jackson.databind.node.ObjectNode;

/**
 * The log-in of mini programs: {@code /mini/wechat/sns/jscode2session} and {@code /mini/douyin/api/apps/v2/jscode2session} are
 * the protocols, {@code /control/mini/tap} lets a test hold a phone and get a code. A code is good once; the secret must be
 * the one of the app.
 */
public final class MiniPrograms implements Simulated {

    private static final String SECRET = "mini-secret";

    private final Map<String, Tap> codes = new ConcurrentHashMap<>();
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicInteger outages = new AtomicInteger();

    @Override
    public void mount(SimulatorServer server) {
        server.mount("/mini/wechat", this::wechat);
        server.mount("/mini/douyin", this::douyin);
        server.mount("/control/mini", this::control);
    }

    /** Errors come with status 200, and JSON is said to be plain text, as there. */
    private Answer wechat(Request request) {
        if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Answer.status(502, "bad gateway");
        }
        if (!request.path().equals("/sns/jscode2session") || !"authorization_code".equals(request.parameter("grant_type"))) {
            return text(Json.object().put("errcode", 40002).put("errmsg", "invalid grant_type"));
        }
        if (!SECRET.equals(request.parameter("secret"))) {
            return text(Json.object().put("errcode", 40125).put("errmsg", "invalid appsecret"));
        }
        var tap = codes.remove(String.valueOf(request.parameter("js_code")));
        if (tap == null || !tap.app.equals(request.parameter("appid"))) {
            return text(Json.object().put("errcode", 40029).put("errmsg", "invalid code"));
        }
        return text(known(tap));
    }

    private Answer douyin(Request request) {
        var body = request.json();
        if (!request.path().equals("/api/apps/v2/jscode2session") || !request.verb().equals("POST")) {
            return Answer.status(404, "not found");
        }
        var tap = SECRET.equals(body.path("secret").asString("")) ? codes.remove(body.path("code").asString("")) : null;
        if (tap == null || !tap.app.equals(body.path("appid").asString(""))) {
            return Answer.json(Json.object().put("err_no", 40018).put("err_tips", "bad code"));
        }
        var answer = Json.object().put("err_no", 0).put("err_tips", "success");
        answer.set("data", known(tap));
        return Answer.json(answer);
    }

    private static ObjectNode known(Tap tap) {
        var person = Json.object().put("openid", "o-" + tap.app + "-" + tap.person).put("session_key", "c2Vzc2lvbi1rZXkt" + tap.person);
        return tap.union.isEmpty() ? person : person.put("unionid", "u-" + tap.union);
    }

    private Answer control(Request request) {
        var body = request.json();
        return switch (request.path()) {
            case "/tap" -> {
                var code = "code-" + drawn.incrementAndGet();
                codes.put(code, new Tap(body.path("app").asString(""), body.path("person").asString(""), body.path("union").asString("")));
                yield Answer.json(Json.object().put("code", code));
            }
            case "/outage" -> {
                outages.set(body.path("times").asInt(1));
                yield Answer.json(Json.object());
            }
            default -> Answer.status(400, "no control " + request.path());
        };
    }

    private static Answer text(ObjectNode json) {
        return new Answer(200, "text/plain", Map.of(), json.toString());
    }

    @Override
    public void close() {
        codes.clear();
    }

    /** Somebody who taps "log in" in an app. */
    private record Tap(String app, String person, String union) {
    }
}
