package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Faults.Fault;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Rsa;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The single door: checks who calls and the signature, lets one interface answer, and signs what it says. */
final class Gateway {

    static final long DRIFT_SECONDS = 300;

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final Provider provider;
    private final List<Route> routes = new ArrayList<>();

    Gateway(Provider provider) {
        this.provider = provider;
    }

    /** In a path a star stands for one part of it; faults name interfaces by this path. */
    void offer(String verb, String path, Interface api) {
        routes.add(new Route(verb, path, Pattern.compile(path.replace("*", "([^/]+)")), api));
    }

    Answer serve(Request request) {
        provider.faults().dawdle();
        if (provider.faults().outage()) {
            return Answer.status(503, "unavailable");
        }
        var route = route(request);
        var fault = provider.faults().next(route == null ? request.path() : route.path());
        if (fault != null && !fault.after()) {
            return spoiled(request, fault);
        }
        var answer = answered(request, route);
        return fault == null ? answer : spoiled(request, fault);
    }

    private @Nullable Route route(Request request) {
        return routes.stream().filter(each -> each.fits(request)).findFirst().orElse(null);
    }

    private Answer answered(Request request, @Nullable Route route) {
        Merchant merchant = null;
        try {
            merchant = signer(request);
            if (route == null) {
                throw Refusal.noResource();
            }
            var body = json(request);
            if (body.has("mchid") && !body.path("mchid").asString("").equals(merchant.mchid())) {
                throw Refusal.parameter("mchid is not the signer's");
            }
            var matcher = route.pattern().matcher(request.path());
            if (!matcher.matches()) {
                throw Refusal.noResource();
            }
            return route.api().answer(new Call(merchant, parts(matcher), request, body)).signed(this, merchant);
        } catch (Refusal refusal) {
            return new Reply(refusal.status(), Json.object().put("code", refusal.code()).put("message", refusal.message()))
                .signed(this, merchant);
        }
    }

    private Merchant signer(Request request) {
        var header = request.headers().getOrDefault("Authorization", "");
        if (!header.startsWith(SCHEME)) {
            throw Refusal.signature("no authorization of scheme " + SCHEME.strip());
        }
        var parts = new LinkedHashMap<String, String>();
        var matcher = PART.matcher(header);
        while (matcher.find()) {
            parts.put(matcher.group(1), matcher.group(2));
        }
        var merchant = provider.merchant(parts.getOrDefault("mchid", ""));
        if (merchant == null || !merchant.serial().equals(parts.get("serial_no"))) {
            throw Refusal.signature("mchid and serial_no are not known together");
        }
        var timestamp = parts.getOrDefault("timestamp", "");
        if (!timestamp.matches("\\d{1,12}") || Math.abs(Long.parseLong(timestamp) - provider.clock().seconds()) > DRIFT_SECONDS) {
            throw Refusal.signature("timestamp differs too much");
        }
        var text = request.verb() + '\n' + request.target() + '\n' + timestamp + '\n' + parts.getOrDefault("nonce_str", "") + '\n'
            + request.text() + '\n';
        if (!Rsa.signed(merchant.key(), text, parts.getOrDefault("signature", ""))) {
            throw Refusal.signature("signature differs");
        }
        return merchant;
    }

    private static JsonNode json(Request request) {
        try {
            return request.json();
        } catch (JacksonException e) {
            throw Refusal.parameter("body is not JSON");
        }
    }

    private static List<String> parts(Matcher matcher) {
        var parts = new ArrayList<String>();
        for (var group = 1; group <= matcher.groupCount(); group++) {
            parts.add(matcher.group(group));
        }
        return parts;
    }

    private Answer spoiled(Request request, Fault fault) {
        return fault.cutsConnection() ? Answer.silence() : answered(request, new Route("", "", Pattern.compile(".*"), _ -> {
            throw Refusal.ordered(fault.code(), fault.subCode());
        }));
    }

    /** The headers of anything the provider says, whether it answers or calls. */
    Map<String, String> signature(@Nullable Merchant merchant, String body) {
        return signature(provider, merchant, body, provider.clock().seconds());
    }

    static Map<String, String> signature(Provider provider, @Nullable Merchant merchant, String body, long seconds) {
        var keys = provider.keys();
        var nonce = Aead.nonce(32);
        return Map.of(
            "Wechatpay-Timestamp", String.valueOf(seconds),
            "Wechatpay-Nonce", nonce,
            "Wechatpay-Serial", merchant != null && merchant.byPublicKey() ? Provider.PUBLIC_KEY_ID : keys.serial(),
            "Wechatpay-Signature", Rsa.sign(keys.pair().getPrivate(), seconds + "\n" + nonce + '\n' + body + '\n'),
            "Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048",
            "Request-ID", UUID.randomUUID().toString());
    }

    private record Route(String verb, String path, Pattern pattern, Interface api) {

        boolean fits(Request request) {
            return verb.equals(request.verb()) && pattern.matcher(request.path()).matches();
        }
    }

    /** One verified call. */
    record Call(Merchant merchant, List<String> parts, Request request, JsonNode body) {

        String text(String name) {
            return body.path(name).asString("");
        }

        String need(String name) {
            var value = text(name);
            if (value.isEmpty()) {
                throw Refusal.parameter(name + " is missing");
            }
            return value;
        }

        /** The query of a reading call must name the merchant that signed it. */
        void mustNameMerchant() {
            if (!request.parameter("mchid").equals(merchant.mchid())) {
                throw Refusal.parameter("mchid is not the signer's");
            }
        }
    }

    /** One interface of the provider; a refusal is thrown. */
    interface Interface {
        Reply answer(Call call);
    }

    /** What an interface says, before it is signed; without a node there is no body. */
    record Reply(int status, String body, String contentType) {

        Reply(int status, JsonNode node) {
            this(status, node.toString(), "application/json; charset=utf-8");
        }

        static Reply ok(JsonNode node) {
            return new Reply(200, node);
        }

        static Reply empty() {
            return new Reply(204, "", "application/json; charset=utf-8");
        }

        Answer signed(Gateway gateway, @Nullable Merchant merchant) {
            return new Answer(status, contentType, gateway.signature(merchant, body), body);
        }
    }
}
