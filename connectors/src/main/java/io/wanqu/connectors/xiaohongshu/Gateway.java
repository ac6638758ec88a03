package io.wanqu.connectors.xiaohongshu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Renewal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes calls; what is asked and who asks lie side by side in one JSON object. */
final class Gateway {

    private final ChannelAccount account;
    private final Exchange exchange;
    private final Renewal renewal;

    Gateway(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange("xiaohongshu", account.host(), Facts.CODES.limitedWait());
        this.renewal = new Renewal(account.tokens(), this::refresh);
    }

    /** A call whose refusals are exceptions. */
    JsonNode data(String method, Map<String, ?> parameters) {
        return Facts.CODES.data(call(method, parameters));
    }

    /** A call whose refusals the caller wants to read. */
    Envelope call(String method, Map<String, ?> parameters) {
        return renewal.call(access -> send(method, parameters, access), Facts.CODES::tokenTrouble);
    }

    Tokens.Pair create(String code) {
        return granted("oauth.getAccessToken", Map.of("code", code));
    }

    /** More than half an hour before its end the platform gives the same pair again. */
    Tokens.Pair refresh(Tokens.Pair old) {
        return granted("oauth.refreshToken", Map.of("refreshToken", old.refresh().reveal()));
    }

    private Tokens.Pair granted(String method, Map<String, ?> parameters) {
        var envelope = send(method, parameters, Secret.of(""));
        if (!envelope.ok()) {
            var trouble = Facts.CODES.trouble(envelope);
            throw trouble.retryable() ? trouble : ConnectorException.unauthorised(envelope.code(), envelope.message());
        }
        var data = envelope.data();
        return new Tokens.Pair(Secret.of(Json.text(data, "accessToken")), Secret.of(Json.text(data, "refreshToken")),
            Instant.ofEpochMilli(data.path("accessTokenExpiresAt").asLong(0)),
            Instant.ofEpochMilli(data.path("refreshTokenExpiresAt").asLong(0)));
    }

    private Envelope send(String method, Map<String, ?> parameters, Secret access) {
        var timestamp = String.valueOf(account.host().clock().instant().getEpochSecond());
        var body = new HashMap<String, Object>(parameters);
        body.put("method", method);
        body.put("appId", account.app().key());
        body.put("version", Facts.VERSION);
        body.put("timestamp", timestamp);
        body.put("sign", Signing.call(account.app(), method, timestamp));
        if (!access.reveal().isEmpty()) {
            body.put("accessToken", access.reveal());
        }
        return opened(method, exchange.ask(method, HttpRequest.newBuilder(URI.create(account.baseUri() + Facts.PATH))
            .header("Content-Type", "application/json;charset=utf-8")
            .POST(BodyPublishers.ofString(Json.write(body), UTF_8))));
    }

    /** Newer methods bring an envelope of their own inside the common one. */
    static Envelope opened(String method, JsonNode answer) {
        if (!answer.path("success").isBoolean()) {
            throw ConnectorException.unreachable("xiaohongshu " + method + ": answer is not an envelope", null);
        }
        var outer = layer(answer, "error_code", "error_msg");
        var inner = outer.data();
        if (!outer.ok()) {
            return outer;
        }
        return inner.has("success") && inner.has("code") ? layer(inner, "code", "msg") : outer;
    }

    private static Envelope layer(JsonNode node, String code, String message) {
        var number = node.path(code).asInt(0);
        return new Envelope(node.path("success").asBoolean(false) && number == 0, String.valueOf(number),
            Json.text(node, message), node.path("data"));
    }
}
