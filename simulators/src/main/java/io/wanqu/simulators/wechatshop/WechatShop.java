package io.wanqu.simulators.wechatshop;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Marketplace;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Protocol;
import io.wanqu.simulators.market.Rules;
import io.wanqu.simulators.market.Trade;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The simulated WeChat shop. */
public final class WechatShop implements Protocol {

    private static final Rules RULES = new Rules(Duration.ofHours(2), Duration.ofHours(2), true, false);

    private final Market market;
    private final Gateway gateway;
    private final Pushes pushes;
    private final HttpClient http = HttpClient.newHttpClient();

    private WechatShop(Market market, Trade trade) {
        this.market = market;
        gateway = new Gateway(market);
        pushes = new Pushes(market);
        new OrderApi(trade).offer(gateway);
        new ProductApi(market).offer(gateway);
    }

    public static Marketplace open(Clock clock) {
        return new Marketplace("wechatshop", clock, RULES, WechatShop::new);
    }

    @Override
    public Answer serve(Request request) {
        return gateway.serve(request);
    }

    @Override
    public Carrier carrier() {
        return pushes.postman();
    }

    @Override
    public List<Message> tell(News news) {
        return pushes.word(news);
    }

    @Override
    public Message forge(App app, long orderId) {
        return pushes.forge(app, orderId);
    }

    @Override
    public Map<String, String> extras() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var text = Base64.getEncoder().encodeToString(key);
        return Map.of("token", UUID.randomUUID().toString().replace("-", ""), "encodingAesKey", text.substring(0, text.length() - 1));
    }

    /** Asks an address whether it is the application's, as the platform does before it sends anything there. */
    @Override
    public JsonNode pull(String path, JsonNode body) {
        var app = market.app(body.path("appKey").asString(""));
        if (!path.equals("/echo") || app == null) {
            throw new IllegalArgumentException("no control " + path);
        }
        var echo = UUID.randomUUID().toString();
        var address = URI.create(body.path("url").asString("") + "?" + pushes.question(app, echo));
        return Json.object().put("echoed", echo.equals(answer(HttpRequest.newBuilder(address).build())));
    }

    private String answer(HttpRequest question) {
        try {
            return http.send(question, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
