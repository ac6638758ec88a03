package io.wanqu.simulators.market;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import tools.jackson.databind.JsonNode;

/** A running simulator of one kind whose clock stands, with one app, one shop and one SKU called month, and the strings to pull. */
public final class Theatre implements AutoCloseable {

    public final App app;
    public final String shopId;
    public final String skuId;
    public final String productId;
    public final String token;
    public final String refreshToken;
    private final Clock clock = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
    private final Simulators simulators = Simulators.start(0, clock);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String kind;

    public Theatre(String kind, int stock) {
        this(kind, stock, "{}");
    }

    public Theatre(String kind, int stock, String registration) {
        this.kind = kind;
        var registered = pull("/app", registration);
        var extra = new HashMap<String, String>();
        registered.path("extra").properties().forEach(each -> extra.put(each.getKey(), each.getValue().asString("")));
        app = new App(registered.path("appKey").asString(""), registered.path("appSecret").asString(""), extra);
        var shop = pull("/shop", "{\"appKey\":\"%s\"}".formatted(app.key()));
        shopId = shop.path("shopId").asString("");
        token = shop.path("accessToken").asString("");
        refreshToken = shop.path("refreshToken").asString("");
        var product = pull("/product",
            "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"month\",\"priceFen\":990,\"stock\":%d}]}".formatted(shopId, stock));
        productId = product.path("productId").asString("");
        skuId = product.path("skus").path(0).path("skuId").asString("");
    }

    /** The second at which its clock stands. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    public JsonNode pull(String path, String json) {
        return Json.read(send(HttpRequest.newBuilder(controls(path)).POST(HttpRequest.BodyPublishers.ofString(json)).build())
            .body());
    }

    public JsonNode look(String path) {
        return Json.read(send(HttpRequest.newBuilder(controls(path)).build()).body());
    }

    /** The marketplace's own address. */
    public URI address(String path) {
        return URI.create(simulators.address() + "/" + kind + path);
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI controls(String path) {
        return URI.create(simulators.address() + "/control/" + kind + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
        simulators.close();
    }
}
