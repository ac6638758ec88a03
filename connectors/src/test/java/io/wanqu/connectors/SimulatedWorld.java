package io.wanqu.connectors;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Connector;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld;
import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatorServer;
import io.wanqu.simulators.Simulators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A channel as the kit sees it, played by the simulator of the connector's kind. */
public class SimulatedWorld implements ChannelWorld {

    public static final String OUTER_CODE = "月卡-01";

    private final Playing playing;
    private final ChannelAccount.Host host =
        ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private final Connector connector;
    private final Map<Failure, Fault> faults;
    private final Stage stage;
    private final JsonNode app;
    private final JsonNode shop;
    private final Tokens.Pair granted;
    private final String productId;
    private final String skuId;

    /** The faults say how this channel words each trouble; one that is missing cannot be played. */
    protected SimulatedWorld(Connector connector, Map<Failure, Fault> faults) {
        this(connector, faults, everybody(Simulators.start(0, Clock.systemUTC())));
    }

    /** A channel that is played by a simulator of its own. */
    protected SimulatedWorld(Connector connector, Function<Clock, Simulated> simulator, Map<Failure, Fault> faults) {
        this(connector, faults, alone(simulator.apply(Clock.systemUTC())));
    }

    private SimulatedWorld(Connector connector, Map<Failure, Fault> faults, Playing playing) {
        this.connector = connector;
        this.playing = playing;
        this.faults = Map.copyOf(faults);
        stage = new Stage(URI.create(playing.address() + "/control/" + connector.kind()));
        app = stage.pull("/app", "{}");
        shop = stage.pull("/shop", "{\"appKey\":\"%s\"}".formatted(appKey()));
        granted = new Tokens.Pair(Secret.of(shop.path("accessToken").asString()),
            Secret.of(shop.path("refreshToken").asString()), null, null);
        var product = stage.pull("/product",
            "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"%s\",\"priceFen\":990,\"stock\":100000}]}"
                .formatted(shopId(), OUTER_CODE));
        productId = product.path("productId").asString();
        skuId = product.path("skus").path(0).path("skuId").asString();
        stage.pull("/platform", "{\"callsPerSecond\":0}");
    }

    private static Playing everybody(Simulators simulators) {
        return new Playing(simulators.address(), simulators::close);
    }

    private static Playing alone(Simulated simulator) {
        var server = new SimulatorServer(0);
        simulator.mount(server);
        server.start();
        return new Playing(server.address(), () -> {
            simulator.close();
            server.close();
        });
    }

    public final Stage stage() {
        return stage;
    }

    public final String appKey() {
        return app.path("appKey").asString();
    }

    public final String shopId() {
        return shop.path("shopId").asString();
    }

    public final String ownersCode() {
        return shop.path("code").asString();
    }

    public final String productId() {
        return productId;
    }

    public final String skuId() {
        return skuId;
    }

    /** The application as this channel gives it: key, secret, and the further fields the connector asks for. */
    protected ChannelAccount.App credentials(JsonNode registered) {
        var more = new HashMap<String, Secret>();
        for (var field : connector.capabilities().access().fields()) {
            more.put(field, Secret.of(registered.path("extra").path(field).asString("")));
        }
        return new ChannelAccount.App(registered.path("appKey").asString(),
            Secret.of(registered.path("appSecret").asString()), more);
    }

    @Override
    public final Connector connector() {
        return connector;
    }

    @Override
    public ChannelAccount account(Tokens tokens, Clock clock) {
        return new ChannelAccount(URI.create(playing.address() + "/" + connector.kind()), credentials(app),
            shopId(), tokens, new ChannelAccount.Host(clock, host.http(), host.answerTimeout()));
    }

    @Override
    public Tokens.Pair granted() {
        return granted;
    }

    @Override
    public int refreshes() {
        return stage.look("/shop?shopId=" + shopId()).path("refreshes").asInt();
    }

    @Override
    public void expireToken() {
        stage.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(shopId()));
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
        stage.pull("/push", "{\"appKey\":\"%s\",\"url\":\"%s\"}".formatted(appKey(), stage.postbox()));
    }

    @Override
    public void disturbPushes(Disturbance how, int count) {
        stage.pull("/push", "{\"%s\":%d}".formatted(how.name().toLowerCase(Locale.ROOT), count));
    }

    @Override
    public void forgePush(Placed order) {
        stage.pull("/push", "{\"appKey\":\"%s\",\"forgeOrderId\":\"%s\"}".formatted(appKey(), order.orderId()));
    }

    @Override
    public void fail(Failure how, int times) {
        var fault = how == Failure.CUT_AFTER_APPLYING ? Fault.CUT : faults.get(how);
        if (fault == null) {
            throw new IllegalStateException("this channel's words for " + how + " are missing");
        }
        stage.pull("/fault", "{\"times\":%d,\"after\":%b,\"code\":%d,\"subCode\":\"%s\"}"
            .formatted(times, fault == Fault.CUT, fault.code(), fault.subCode()));
    }

    @Override
    public void outage(boolean on) {
        stage.pull("/platform", "{\"outage\":%b}".formatted(on));
    }

    @Override
    public void rejectNextListing(String reason) {
        stage.pull("/listing/review", "{\"shopId\":\"%s\",\"rejectNext\":\"%s\"}".formatted(shopId(), reason));
    }

    @Override
    public void skew(Duration by) {
        stage.pull("/platform", "{\"skewSeconds\":%d}".formatted(by.toSeconds()));
    }

    @Override
    public void close() {
        stage.close();
        playing.end().run();
        host.http().shutdownNow();
    }

    /** Where the platform plays, and how its play ends. */
    private record Playing(URI address, Runnable end) {
    }

    /** How a channel words a trouble. */
    public record Fault(int code, String subCode) {

        static final Fault CUT = new Fault(0, "");
    }
}
