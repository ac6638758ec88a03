package io.wanqu.connectors.doudian;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes signed calls and gives back what was inside the envelope. */
final class Gateway {

    private static final int TOO_MANY = 429;

    private final ChannelAccount account;

    Gateway(ChannelAccount account) {
        this.account = account;
    }

    /** A call whose business refusals are exceptions. */
    JsonNode data(String method, Map<String, ?> parameters) {
        var envelope = call(method, parameters);
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.data();
    }

    /** A call whose business refusals the caller wants to read. A bad token is renewed once and the call repeated once. */
    Envelope call(String method, Map<String, ?> parameters) {
        var paramJson = ParamJson.write(parameters);
        var pair = account.tokens().current();
        var envelope = send(method, paramJson, pair.access());
        if (!envelope.tokenTrouble()) {
            return envelope;
        }
        var renewed = account.tokens().renew(pair, this::refresh);
        if (renewed.access().equals(pair.access())) {
            throw envelope.trouble();
        }
        return send(method, paramJson, renewed.access());
    }

    Tokens.Pair create(String code) {
        return granted("token.create", Map.of("code", code, "grant_type", "authorization_code"));
    }

    Tokens.Pair refresh(Tokens.Pair old) {
        return granted("token.refresh",
            Map.of("grant_type", "refresh_token", "refresh_token", old.refresh().reveal()));
    }

    private Tokens.Pair granted(String method, Map<String, ?> parameters) {
        var envelope = send(method, ParamJson.write(parameters), Secret.of(""));
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var now = account.host().clock().instant();
        var data = envelope.data();
        return new Tokens.Pair(Secret.of(data.path("access_token").asString("")),
            Secret.of(data.path("refresh_token").asString("")),
            now.plusSeconds(data.path("expires_in").asLong(0)),
            now.plus(Facts.REFRESH_LIFE));
    }

    private Envelope send(String method, String paramJson, Secret accessToken) {
        var request = HttpRequest.newBuilder(address(method, paramJson, accessToken))
            .timeout(account.host().answerTimeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(paramJson, UTF_8))
            .build();
        try {
            return opened(method, account.host().http().send(request, BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            // The cause may print the address, and the address holds the token.
            throw ConnectorException.unreachable("doudian " + method + ": " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("doudian " + method + ": interrupted", null);
        }
    }

    private URI address(String method, String paramJson, Secret accessToken) {
        var timestamp = String.valueOf(account.host().clock().instant().getEpochSecond());
        var query = Map.of(
            "app_key", account.app().key(),
            "method", method,
            "v", Facts.VERSION,
            "timestamp", timestamp,
            "access_token", accessToken.reveal(),
            "sign", Signing.call(account.app(), method, paramJson, timestamp),
            "sign_method", Facts.SIGN_METHOD);
        return URI.create(account.baseUri() + "/" + method.replace('.', '/') + "?" + query.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
    }

    private static Envelope opened(String method, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == TOO_MANY) {
            throw ConnectorException.limited("http 429", "doudian " + method,
                retryAfter(answer).orElse(Facts.LIMITED_WAIT));
        }
        if (status != 200) {
            throw ConnectorException.failing("http " + status, "doudian " + method);
        }
        return Envelope.of(readable(method, answer.body()));
    }

    private static JsonNode readable(String method, String body) {
        try {
            var answer = ParamJson.read(body);
            if (answer.path("code").isIntegralNumber()) {
                return answer;
            }
        } catch (JacksonException e) {
            // The parser's words may quote the answer, so they are not passed on.
        }
        throw ConnectorException.unreachable("doudian " + method + ": answer is not an envelope", null);
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
