package io.wanqu.connectors.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes signed calls and gives back what was inside the envelope. */
final class Gateway {

    private static final int TOO_MANY = 429;

    private final ChannelAccount account;

    Gateway(ChannelAccount account) {
        this.account = account;
    }

    Secret secret() {
        return account.app().secret();
    }

    /** A call for the shop whose refusals are exceptions. */
    JsonNode data(String method, Map<String, String> parameters) {
        return opened(call(method, parameters));
    }

    /** A call for the shop whose refusals the caller wants to read. A bad session is renewed once and the call repeated once. */
    Envelope call(String method, Map<String, String> parameters) {
        var pair = account.tokens().current();
        var envelope = send(method, parameters, pair.access());
        if (!envelope.tokenTrouble()) {
            return envelope;
        }
        var renewed = account.tokens().renew(pair, this::refresh);
        if (renewed.access().equals(pair.access())) {
            throw envelope.trouble();
        }
        return send(method, parameters, renewed.access());
    }

    /** A call for the application itself. */
    JsonNode ownData(String method, Map<String, String> parameters) {
        return opened(send(method, parameters, Secret.of("")));
    }

    Tokens.Pair create(String code) {
        return granted("taobao.top.auth.token.create", Map.of("code", code));
    }

    /** Works for applications that sellers subscribe to; for others the owner must come again. */
    Tokens.Pair refresh(Tokens.Pair old) {
        return granted("taobao.top.auth.token.refresh", Map.of("refresh_token", old.refresh().reveal()));
    }

    private Tokens.Pair granted(String method, Map<String, String> parameters) {
        var envelope = send(method, parameters, Secret.of(""));
        if (!envelope.ok()) {
            envelope.throwIfPassing();
            throw ConnectorException.unauthorised(envelope.fullCode(), envelope.message());
        }
        var result = Json.read(envelope.body().path("token_result").asString(""));
        if (result == null || result.path("access_token").asString("").isEmpty()) {
            throw ConnectorException.unreachable("taobao " + method + ": answer holds no token", null);
        }
        var now = account.host().clock().instant();
        return new Tokens.Pair(Secret.of(result.path("access_token").asString("")),
            Secret.of(result.path("refresh_token").asString("")),
            end(now, result.path("expires_in").asLong(0)), end(now, result.path("re_expires_in").asLong(0)));
    }

    private static @Nullable Instant end(Instant now, long seconds) {
        return seconds > 0 ? now.plusSeconds(seconds) : null;
    }

    private static JsonNode opened(Envelope envelope) {
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.body();
    }

    private Envelope send(String method, Map<String, String> parameters, Secret session) {
        var request = HttpRequest.newBuilder(URI.create(account.baseUri() + Facts.PATH))
            .timeout(account.host().answerTimeout())
            .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(form(method, parameters, session), UTF_8))
            .build();
        try {
            return opened(method, account.host().http().send(request, BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw ConnectorException.unreachable("taobao " + method + ": " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("taobao " + method + ": interrupted", null);
        }
    }

    private String form(String method, Map<String, String> parameters, Secret session) {
        var all = new TreeMap<>(parameters);
        all.put("method", method);
        all.put("app_key", account.app().key());
        all.put("session", session.reveal());
        all.put("timestamp", Values.local(account.host().clock().instant()));
        all.put("format", "json");
        all.put("v", Facts.VERSION);
        all.put("sign_method", Facts.SIGN_METHOD);
        all.values().removeIf(String::isEmpty);
        all.put("sign", Signing.sign(all, account.app().secret(), Facts.SIGN_METHOD));
        return all.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    }

    private static Envelope opened(String method, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == TOO_MANY) {
            throw ConnectorException.limited("http 429", "taobao " + method,
                retryAfter(answer).orElse(Facts.LIMITED_WAIT));
        }
        if (status != 200) {
            throw ConnectorException.failing("http " + status, "taobao " + method);
        }
        var json = Json.read(answer.body());
        var envelope = json == null ? null : Envelope.of(method, json);
        if (envelope == null) {
            throw ConnectorException.unreachable("taobao " + method + ": answer is not an envelope", null);
        }
        return envelope;
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
