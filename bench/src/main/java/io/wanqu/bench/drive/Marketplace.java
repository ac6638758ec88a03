package io.wanqu.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** A simulated marketplace that sells a shop's SKUs, each from its own pool, and is pulled by the simulator's controls. */
public final class Marketplace {

    private final URI simulators;
    private final String kind;
    private final String account;
    private final String channel;
    private final List<String> skus;

    private Marketplace(URI simulators, String kind, String account, String channel, List<String> skus) {
        this.simulators = simulators;
        this.kind = kind;
        this.account = account;
        this.channel = channel;
        this.skus = skus;
    }

    /** Opens an account there, connects the shop's channel to it and maps the SKUs, in their order. */
    public static Marketplace connect(URI simulators, String kind, Shop shop, URI server, List<String> skus) throws IOException {
        var controls = new Controls(simulators, kind);
        var access = access(shop, kind);
        var app = controls.pull("/app", "{}");
        var account = controls.pull("/shop", "{\"appKey\":\"" + app.get("appKey").asString() + "\"}");
        var product = controls.pull("/product", "{\"shopId\":\"" + account.get("shopId").asString() + "\",\"skus\":[" + offers(skus.size()) + "]}");
        controls.pull("/platform", "{\"callsPerSecond\":0}");
        var channel = shop.write("POST", "/api/v1/channels", """
                {"kind": "%s", "name": "%s", "baseUri": "%s/%s", "appKey": "%s", "appSecret": "%s", "externalShop": "%s", "fields": %s%s}"""
                .formatted(kind, kind, simulators, kind, app.get("appKey").asString(), app.get("appSecret").asString(),
                        account.get("shopId").asString(), fields(access, app, account), tokens(access, account)));
        if (access.get("push").asString().equals("CALLS_US")) {
            controls.pull("/push", "{\"appKey\":\"" + app.get("appKey").asString() + "\",\"url\":\"" + server + channel.field("pushPath") + "\"}");
        }
        var mapped = new StringBuilder();
        var theirs = new ArrayList<String>();
        for (var n = 0; n < skus.size(); n++) {
            var sku = product.at("/skus/" + n + "/skuId").asString();
            theirs.add(sku);
            mapped.append(n == 0 ? "" : ",").append("{\"externalProduct\":\"").append(product.get("productId").asString())
                    .append("\",\"externalSku\":\"").append(sku).append("\",\"sku\":\"").append(skus.get(n)).append("\"}");
        }
        shop.write("PUT", "/api/v1/channels/" + channel.field("id") + "/listings", "[" + mapped + "]");
        return new Marketplace(simulators, kind, account.get("shopId").asString(), channel.field("id"), List.copyOf(theirs));
    }

    private static String offers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "{\"code\":\"C" + n + "\",\"priceFen\":990,\"stock\":0}").collect(Collectors.joining(","));
    }

    private static JsonNode access(Shop shop, String kind) throws IOException {
        for (var each : shop.get("/api/v1/channel-kinds")) {
            if (each.get("kind").asString().equals(kind)) {
                return each.at("/capabilities/access");
            }
        }
        throw new IllegalArgumentException("the server knows no " + kind);
    }

    /** What the marketplace gives its makers under the same names; the rest is chosen by the merchant. */
    private static String fields(JsonNode access, JsonNode app, JsonNode account) {
        return access.get("fields").valueStream().map(JsonNode::asString)
                .map(name -> "\"" + name + "\":\"" + switch (name) {
                    case "transport" -> "router";
                    case "sellerId" -> "";
                    default -> name.equals("token") && !app.get("extra").has(name) ? account.get("accessToken").asString()
                            : app.at("/extra/" + name).asString();
                } + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static String tokens(JsonNode access, JsonNode account) {
        return !access.get("tokens").asBoolean() ? "" : ", \"tokens\": {\"access\": \"%s\", \"refresh\": \"%s\", \"accessEndsAt\": \"%s\"}".formatted(
                account.get("accessToken").asString(), account.get("refreshToken").asString(),
                Instant.ofEpochSecond(account.get("accessEndsAt").asLong()));
    }

    /** Our id of the channel. */
    public String channel() {
        return channel;
    }

    public int skus() {
        return skus.size();
    }

    /** Paid orders of one piece each, whatever the marketplace believes to be in stock. */
    public void order(int sku, int count) throws IOException {
        pull("/order", "{\"sku\":\"" + skus.get(sku) + "\",\"count\":" + count + ",\"ignoreStock\":true}");
    }

    /** Its short name. */
    public String kind() {
        return kind;
    }

    public String account() {
        return account;
    }

    /** Its name of one SKU. */
    public String sku(int sku) {
        return skus.get(sku);
    }

    /** What it shows of one SKU now. */
    public long stock(int sku) throws IOException {
        return look("/stock?sku=" + skus.get(sku)).get("stock").asLong();
    }

    /** What it was told of one SKU, oldest first: {@code millis} and {@code stock}. */
    public JsonNode told(int sku) throws IOException {
        return look("/stock/told?sku=" + skus.get(sku)).get("told");
    }

    /** What it saw itself: orders, codes, and codes that it was given before. */
    public JsonNode sight() throws IOException {
        return look("/shop?shopId=" + account);
    }

    public JsonNode pull(String path, String body) throws IOException {
        return new Controls(simulators, kind).pull(path, body);
    }

    public JsonNode look(String path) throws IOException {
        return new Controls(simulators, kind).look(path);
    }

    private record Controls(URI simulators, String kind) {

        JsonNode pull(String path, String body) throws IOException {
            try (var http = new Http(simulators)) {
                return http.post("/control/" + kind + path, body).must().json();
            }
        }

        JsonNode look(String path) throws IOException {
            try (var http = new Http(simulators)) {
                return http.get("/control/" + kind + path).must().json();
            }
        }
    }
}
