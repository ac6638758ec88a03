package io.wanqu.simulators.wechatpay;

import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.util.PemUtil;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A merchant's software, reduced to the provider's own kit for signing. */
final class Merchants {

    final String mchid;
    final String appid;
    final String apiV3Key;
    private final Wire wire;
    private final WechatPay2Credential credential;

    Merchants(Wire wire) {
        this.wire = wire;
        var registered = wire.pull("/merchant", "{}");
        mchid = registered.path("mchid").asString("");
        appid = registered.path("appid").asString("");
        apiV3Key = registered.path("apiV3Key").asString("");
        credential = new WechatPay2Credential(mchid, new RSASigner(registered.path("serial").asString(""),
            PemUtil.loadPrivateKeyFromString(registered.path("privateKey").asString(""))));
    }

    HttpResponse<String> call(String verb, String target, String body) {
        return call(verb, target, body, body);
    }

    /** Signs one body and sends another. */
    HttpResponse<String> call(String verb, String target, String signed, String sent) {
        var authorization = credential.getAuthorization(URI.create("https://api.mch.weixin.qq.com" + target), verb, signed);
        return wire.send(HttpRequest.newBuilder(wire.address("/wechatpay" + target))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(verb, sent.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent))
            .build());
    }

    JsonNode order(String number, long fen) {
        return Json.object()
            .put("appid", appid)
            .put("mchid", mchid)
            .put("description", "月卡")
            .put("out_trade_no", number)
            .put("notify_url", wire.notifyUrl())
            .set("amount", Json.object().put("total", fen).put("currency", "CNY"));
    }

    JsonNode state(String number) {
        return Json.read(call("GET", "/v3/pay/transactions/out-trade-no/" + number + "?mchid=" + mchid, "").body());
    }
}
