package io.wanqu.settlement.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.rail.Provider;
import io.wanqu.settlement.Licence;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Opens a shop that is paid through the sandbox and through two simulated providers, may draw from all three, and offers wallets. */
@Component
class MonthTrade {

    private static final List<Side> PROVIDERS = List.of(
            new Side("wechatpay", "native", "/wechatpay", "/merchant", "mchid", "appid"),
            new Side("alipay", "precreate", "/alipay/gateway.do", "/app", "sellerId", "appId"));

    private final Market market;
    private final Purse purse;
    private final Licence licence;
    private final Api api;
    private final Environment environment;

    MonthTrade(Market market, Purse purse, Licence licence, Api api, Environment environment) {
        this.market = market;
        this.purse = purse;
        this.licence = licence;
        this.api = api;
        this.environment = environment;
    }

    Month open(int keys) {
        var stall = market.stall(keys);
        var shop = stall.shop().id();
        var token = api.tokenForAll(stall.shop());
        var operator = purse.operator();
        must(api.post("/api/v1/operator/sale-terms", operator, """
                {"shop":"%s","commissionBasisPoints":550,"drawAfterHours":1,"reason":"a month"}""".formatted(shop)));
        must(api.send("PUT", "/api/v1/operator/shops/" + shop + "/wallet-offer", operator, "{\"allowed\":true}"));
        var wallet = must(api.post("/api/v1/shops/" + stall.shop().slug() + "/wallets", null, "{\"contact\":\"lin@example.com\"}"))
                .json().path("key").asString();
        var receivers = new HashMap<String, String>();
        receivers.put("sandbox", receiver("sandbox", "mei", token));
        var providers = new HashMap<String, Connected>();
        for (var side : PROVIDERS) {
            providers.put(side.rail, connect(side, token));
            receivers.put(side.rail, receiver(side.rail, "1900005555", token));
        }
        return new Month(stall, token, operator, wallet, receivers, providers);
    }

    private Connected connect(Side side, String token) {
        var provider = new Provider(side.rail);
        provider.pull("/platform", "{\"billsAtOnce\":true}");
        licence.give(side.rail);
        var registered = provider.pull(side.register, "{}");
        var keys = new HashMap<>(Map.of("sharing", "yes"));
        for (var name : new String[] {"privateKey", "serial", "apiV3Key", "alipayPublicKey"}) {
            if (registered.has(name)) {
                keys.put(name, registered.path(name).asString(""));
            }
        }
        must(api.post("/api/v1/payment-accounts", token, new JsonMapper().writeValueAsString(Map.of(
                "rail", side.rail, "payee", registered.path(side.payee).asString(""), "app", registered.path(side.app).asString(""),
                "baseUri", provider.address(side.base).toString(), "keys", keys))));
        provider.pull("/push", "{\"host\":\"http://localhost:" + environment.getProperty("local.server.port") + "\"}");
        return new Connected(provider, side.method);
    }

    private String receiver(String rail, String account, String token) {
        return must(api.post("/api/v1/payout-receivers", token, "{\"rail\":\"%s\",\"account\":\"%s\"}".formatted(rail, account)))
                .json().path("id").asString();
    }

    private static Api.Answer must(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
        return answer;
    }

    /** How a provider is spoken to and what it calls things. */
    private record Side(String rail, String method, String base, String register, String payee, String app) {
    }

    /** A provider that this shop has an account with. */
    record Connected(Provider provider, String method) {
    }

    /** A shop at the beginning of its month. */
    record Month(Stall stall, String token, String operator, String wallet, Map<String, String> receivers, Map<String, Connected> providers)
            implements AutoCloseable {

        ShopId shop() {
            return stall.shop().id();
        }

        @Override
        public void close() {
            providers.values().forEach(each -> each.provider.close());
        }
    }
}
