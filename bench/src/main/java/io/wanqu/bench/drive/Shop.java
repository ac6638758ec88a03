package io.wanqu.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** A shop made for one run, and what its staff do over the API. */
public final class Shop {

    private static final Duration AUDIT_MAX = Duration.ofMinutes(30);

    private final URI server;
    private final String slug;
    private final String token;
    private final Sandbox sandbox;

    private Shop(URI server, String token) throws IOException {
        this.server = server;
        this.token = token;
        var shop = get("/api/v1/shop");
        this.slug = shop.get("slug").asString();
        var rail = get("/api/v1/payment-rails/sandbox");
        this.sandbox = new Sandbox(shop.get("id").asString(), rail.get("payee").asString(), rail.get("secret").asString());
    }

    /** The shop that this token belongs to. */
    public static Shop behind(URI server, String token) throws IOException {
        return new Shop(server, token);
    }

    /** Writes a shop and its first token into the database: over HTTP nobody can open a shop who has none. */
    public static Shop open(ServerProcess process, String name) throws IOException {
        var token = "wq_" + (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "").substring(0, 43);
        try (var connection = process.database().connect(); var statement = connection.prepareStatement(Database.script("shop.sql"))) {
            statement.setString(1, name + "-" + UUID.randomUUID().toString().substring(0, 8));
            statement.setBytes(2, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            statement.execute();
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return new Shop(process.address(), token);
    }

    public Http connect() {
        return new Http(server);
    }

    public String id() {
        return sandbox.shop();
    }

    public String slug() {
        return slug;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public String openPool(String name) throws IOException {
        return write("POST", "/api/v1/pools", "{\"name\":\"" + name + "\",\"daily\":false}").field("id");
    }

    public String addProduct(String title) throws IOException {
        return write("POST", "/api/v1/products", "{\"title\":\"" + title + "\",\"description\":\"\",\"state\":\"ON\"}").field("id");
    }

    public String addSku(String product, String pool, long minor) throws IOException {
        return write("POST", "/api/v1/skus", "{\"product\":\"" + product + "\",\"pool\":\"" + pool + "\",\"title\":\"one\",\"price\":{\"minor\":"
                + minor + ",\"currency\":\"CNY\"},\"on\":true,\"perOrderMax\":10}").field("id");
    }

    public JsonNode pool(String pool) throws IOException {
        return get("/api/v1/pools/" + pool);
    }

    /** Recounts everything the shop has, which takes minutes where there are millions of orders. */
    public JsonNode audit() throws IOException {
        return get(new Http(server, AUDIT_MAX), "/api/v1/audit");
    }

    public JsonNode get(String path) throws IOException {
        return get(connect(), path);
    }

    private JsonNode get(Http http, String path) throws IOException {
        try (http) {
            return http.get(path, authorization()).must().json();
        }
    }

    public Reply write(String method, String path, String body) throws IOException {
        try (var http = connect()) {
            return http.send(method, path, body.getBytes(StandardCharsets.UTF_8), authorization(), "Idempotency-Key: " + UUID.randomUUID()).must();
        }
    }

    /** What a desk hears of orders as they come, line by line, until the client or the server ends it. */
    public Stream<String> listen(HttpClient client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/orders/events")).header("Authorization", "Bearer " + token).build();
        return client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    }

    String authorization() {
        return "Authorization: Bearer " + token;
    }
}
