package io.wanqu.connectors.doudian;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Connector;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.simulators.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Doudian as the kit sees it, played by the simulator. */
final class DoudianWorld implements ChannelWorld {

    static final String OUTER_CODE = "月卡-01";

    private final Simulators simulators = Simulators.start(0, Clock.systemUTC());
    private final ChannelAccount.Host host =
        ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private final Stage stage;
    private final String appKey;
    private final String appSecret;
    private final String shopId;
    private final String ownersCode;
    private final Tokens.Pair granted;
    private final String productId;
    private final String skuId;

    DoudianWorld() {
        try {
            stage = new Stage(URI.create(simulators.address() + "/control/doudian"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var app = stage.pull("/app", "{}");
        appKey = app.path("appKey").asString();
        appSecret = app.path("appSecret").asString();
        var shop = stage.pull("/shop", "{\"appKey\":\"%s\"}".formatted(appKey));
        shopId = shop.path("shopId").asString();
        ownersCode = shop.path("code").asString();
        granted = new Tokens.Pair(Secret.of(shop.path("accessToken").asString()),
            Secret.of(shop.path("refreshToken").asString()), null, null);
        var product = stage.pull("/product",
            "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"%s\",\"priceFen\":990,\"stock\":100000}]}"
                .formatted(shopId, OUTER_CODE));
        productId = product.path("productId").asString();
        skuId = product.path("skus").path(0).path("skuId").asString();
        stage.pull("/platform", "{\"callsPerSecond\":0}");
    }

    Stage stage() {
        return stage;
    }

    String shopId() {
        return shopId;
    }

    String ownersCode() {
        return ownersCode;
    }

    String skuId() {
        return skuId;
    }

    @Override
    public Connector connector() {
        return new DoudianConnector();
    }

    @Override
    public ChannelAccount account(Tokens tokens, Clock clock) {
        return new ChannelAccount(URI.create(simulators.address() + "/doudian"),
            new ChannelAccount.App(appKey, Secret.of(appSecret)), shopId, tokens,
            new ChannelAccount.Host(clock, host.http(), host.answerTimeout()));
    }

    @Override
    public Tokens.Pair granted() {
        return granted;
    }

    @Override
    public int refreshes() {
        return stage.look("/shop?shopId=" + shopId).path("refreshes").asInt();
    }

    @Override
    public void expireToken() {
        stage.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(shopId));
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(stage.pull("/platform", "{}").path("seconds").asLong());
    }

    @Override
    public List<Placed> place(Wish wish) {
        var answer = stage.pull("/order", """
            {"sku":"%s","quantity":%d,"count":%d,"paid":%b,"paidAgoSeconds":%d}"""
            .formatted(skuId, wish.quantity(), wish.count(), wish.paid(), wish.paidAgo().toSeconds()));
        var placed = new ArrayList<Placed>();
        for (var order : answer.path("orders")) {
            placed.add(new Placed(order.path("orderId").asString(), order.path("lineIds").path(0).asString(),
                productId, skuId));
        }
        return placed;
    }

    @Override
    public void pay(Placed order) {
        stage.pull("/order/pay", "{\"orderId\":\"%s\"}".formatted(order.orderId()));
    }

    @Override
    public void refund(Placed order, RefundStep step) {
        stage.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"%s\"}"
            .formatted(order.lineId(), step.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void bewilder(Placed order, int status) {
        stage.pull("/order/status", "{\"orderId\":\"%s\",\"status\":%d}".formatted(order.orderId(), status));
    }

    @Override
    public List<String> shownCodes(Placed order) {
        var numbers = new ArrayList<String>();
        stage.look("/deliveries?lineId=" + order.lineId()).path("codes")
            .forEach(code -> numbers.add(code.path("number").asString()));
        return numbers;
    }

    @Override
    public long shownStock() {
        return stage.look("/stock?sku=" + skuId).path("stock").asLong();
    }

    @Override
    public void onPush(Function<PushRequest, PushAnswer> receiver) {
        stage.deliverPushesTo(receiver);
        stage.pull("/push", "{\"appKey\":\"%s\",\"url\":\"%s\"}".formatted(appKey, stage.postbox()));
    }

    @Override
    public void disturbPushes(Disturbance how, int count) {
        stage.pull("/push", "{\"%s\":%d}".formatted(how.name().toLowerCase(Locale.ROOT), count));
    }

    @Override
    public void forgePush(Placed order) {
        stage.pull("/push", "{\"appKey\":\"%s\",\"forgeOrderId\":\"%s\"}".formatted(appKey, order.orderId()));
    }

    @Override
    public void fail(Failure how, int times) {
        var fault = switch (how) {
            case CUT_AFTER_APPLYING -> "\"after\":true,\"code\":0";
            case LIMITED -> "\"code\":60000,\"subCode\":\"isv.traffic-limited\"";
            case ILL -> "\"code\":20000,\"subCode\":\"isp.service-error\"";
            case UNKNOWN_CODE -> "\"code\":98765,\"subCode\":\"isv.never-heard-of\"";
        };
        stage.pull("/fault", "{\"times\":%d,%s}".formatted(times, fault));
    }

    @Override
    public void outage(boolean on) {
        stage.pull("/platform", "{\"outage\":%b}".formatted(on));
    }

    @Override
    public void skew(Duration by) {
        stage.pull("/platform", "{\"skewSeconds\":%d}".formatted(by.toSeconds()));
    }

    @Override
    public void close() {
        stage.close();
        simulators.close();
        host.http().shutdownNow();
    }
}
