package io.wanqu.payment.wechatpay;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Provider;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailStage;
import io.wanqu.payment.rail.RailStage.Step;

import tools.jackson.databind.JsonNode;

/** How the controls of this provider's simulator are spelled. */
record Spelled(boolean byPublicKey) implements RailStage.Spelling {

    private static final Map<Step, String> PATHS = Map.of(
            Step.START, "/v3/pay/transactions/native",
            Step.QUERY, "/v3/pay/transactions/out-trade-no/*",
            Step.REFUND, "/v3/refund/domestic/refunds",
            Step.SPLIT, "/v3/profitsharing/orders");

    @Override
    public Rail rail(Clock clock) {
        return new WechatPayRail(clock);
    }

    @Override
    public Method method() {
        return Method.NATIVE;
    }

    @Override
    public URI base(Provider provider) {
        return provider.address("/wechatpay");
    }

    @Override
    public JsonNode register(Provider provider) {
        return provider.pull("/merchant", "{\"byPublicKey\":%s}".formatted(byPublicKey));
    }

    @Override
    public String payee(JsonNode registered) {
        return registered.path("mchid").asString("");
    }

    @Override
    public String app(JsonNode registered) {
        return registered.path("appid").asString("");
    }

    @Override
    public Map<String, String> keys(JsonNode registered) {
        var keys = new HashMap<>(Map.of(
                "privateKey", registered.path("privateKey").asString(""),
                "serial", registered.path("serial").asString(""),
                "apiV3Key", registered.path("apiV3Key").asString("")));
        if (byPublicKey) {
            keys.put("publicKey", registered.path("platformPublicKey").asString(""));
            keys.put("publicKeyId", registered.path("platformSerial").asString(""));
        }
        return keys;
    }

    @Override
    public String lostAnswer(Step step) {
        return "{\"times\":1,\"path\":\"%s\",\"after\":true,\"status\":0}".formatted(PATHS.get(step));
    }

    @Override
    public String systemError(Step step) {
        return "{\"times\":1,\"path\":\"%s\",\"status\":500,\"code\":\"SYSTEM_ERROR\"}".formatted(PATHS.get(step));
    }
}
