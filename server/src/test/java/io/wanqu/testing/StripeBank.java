package io.wanqu.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

import io.wanqu.shop.Shop;
import io.wanqu.simulators.Simulators;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Stripe, as the other side of a shop's account. */
@Lazy
@Component
public class StripeBank implements DisposableBean {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Simulators simulators = Simulators.start(0, Clock.systemUTC());
    private final Api api;
    private final Environment environment;

    StripeBank(Api api, Environment environment) {
        this.api = api;
        this.environment = environment;
    }

    /** Opens an account there, connects the shop to it, and tells it where to call. */
    public Account connect(Shop shop) {
        var opened = control("/account", "{}");
        var account = new Account("", opened.path("account").asString(), opened.path("webhookSecret").asString());
        var made = api.post("/api/v1/payment-accounts", api.tokenForAll(shop), """
                {"rail":"stripe","payee":"%s","app":"test","baseUri":"%s/stripe",
                 "keys":{"secretKey":"%s","publishableKey":"%s","webhookSecret":"%s"}}"""
                .formatted(account.payee, simulators.address(), opened.path("secretKey").asString(),
                        opened.path("publishableKey").asString(), account.webhookSecret));
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
        var id = made.json().path("id").asString();
        control("/account", "{\"account\":\"%s\",\"webhookUrl\":\"http://localhost:%s%s\"}"
                .formatted(account.payee, environment.getProperty("local.server.port"), callback(id)));
        return new Account(id, account.payee, account.webhookSecret);
    }

    public static String callback(String account) {
        return "/api/v1/payment-callbacks/stripe/" + account;
    }

    public JsonNode control(String path, String json) {
        return exchange(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(json)).build());
    }

    public JsonNode look(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).build());
    }

    public void pay(String intent) {
        control("/pay", "{\"intent\":\"" + intent + "\"}");
    }

    public String status(String intent) {
        return look("/intent?id=" + intent).path("status").asString();
    }

    private URI uri(String path) {
        return simulators.address().resolve("/control/stripe" + path);
    }

    private static JsonNode exchange(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        simulators.close();
    }

    /** @param id of ours @param payee of theirs */
    public record Account(String id, String payee, String webhookSecret) {
    }
}
