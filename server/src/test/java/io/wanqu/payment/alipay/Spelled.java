package io.wanqu.payment.alipay;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Provider;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailStage;
import io.wanqu.payment.rail.RailStage.Step;

import tools.jackson.databind.JsonNode;

/** How the controls of this provider's simulator are spelled. */
record Spelled() implements RailStage.Spelling {

    private static final Map<Step, String> METHODS = Map.of(
            Step.START, "alipay.trade.precreate",
            Step.QUERY, "alipay.trade.query",
            Step.REFUND, "alipay.trade.refund",
            Step.SPLIT, "alipay.trade.order.settle");

    @Override
    public Rail rail(Clock clock) {
        return new AlipayRail(clock);
    }

    @Override
    public Method method() {
        return Method.PRECREATE;
    }

    @Override
    public URI base(Provider provider) {
        return provider.address("/alipay/gateway.do");
    }

    @Override
    public JsonNode register(Provider provider) {
        return provider.pull("/app", "{}");
    }

    @Override
    public String payee(JsonNode registered) {
        return registered.path("sellerId").asString("");
    }

    @Override
    public String app(JsonNode registered) {
        return registered.path("appId").asString("");
    }

    @Override
    public Map<String, String> keys(JsonNode registered) {
        return Map.of("privateKey", registered.path("privateKey").asString(""),
                "alipayPublicKey", registered.path("alipayPublicKey").asString(""));
    }

    @Override
    public String lostAnswer(Step step) {
        return "{\"times\":1,\"method\":\"%s\",\"after\":true,\"code\":0}".formatted(METHODS.get(step));
    }

    @Override
    public String systemError(Step step) {
        return "{\"times\":1,\"method\":\"%s\",\"code\":20000,\"subCode\":\"isp.unknow-error\"}".formatted(METHODS.get(step));
    }
}
