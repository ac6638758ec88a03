package io.wanqu.connectors.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Renewal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes signed calls; reading goes by GET, writing by POST, as the platform fixed it for each interface. */
final class Gateway {

    /** Names of account fields. */
    static final String SIGN_SECRET = "signSecret";
    static final String MESSAGE_SECRET = "messageSecret";

    private final ChannelAccount account;
    private final Exchange exchange;
    private final Renewal renewal;

    Gateway(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange("kuaishou", account.host(), Facts.CODES.limitedWait());
        this.renewal = new Renewal(account.tokens(), this::refresh);
    }

    /** Ids are numbers here; zero, which nothing has, for what is none. */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    String shopId() {
        return account.shopId();
    }

    /** A question whose refusals are exceptions. */
    JsonNode read(String method, Map<String, ?> parameters) {
        return Facts.CODES.data(ask(method, parameters));
    }

    /** A question whose refusals the caller wants to read. */
    Envelope ask(String method, Map<String, ?> parameters) {
        return call(method, parameters, false);
    }

    Envelope write(String method, Map<String, ?> parameters) {
        return call(method, parameters, true);
    }

    private Envelope call(String method, Map<String, ?> parameters, boolean writes) {
        var param = Json.write(parameters);
        return renewal.call(access -> send(method, param, access, writes), Facts.CODES::tokenTrouble);
    }

    private Envelope send(String method, String param, Secret access, boolean writes) {
        var form = new TreeMap<>(Map.of(
            "appkey", account.app().key(),
            "method", method,
            "version", Facts.VERSION,
            "access_token", access.reveal(),
            "signMethod", Signing.Method.HMAC_SHA256.name(),
            "timestamp", String.valueOf(account.host().clock().millis()),
            "param", param));
        form.put("sign", Signing.sign(form, account.app().more(SIGN_SECRET)));
        var address = account.baseUri() + "/" + method.replace('.', '/');
        return envelope(exchange.ask(method, writes ? posted(address, form) : got(address, form)), method);
    }

    Tokens.Pair create(String code) {
        return granted(got(account.baseUri() + "/oauth2/access_token", Map.of(
            "app_id", account.app().key(), "app_secret", account.app().secret().reveal(),
            "code", code, "grant_type", "code")));
    }

    /** The pair rotates: the old refresh token ends with this call. */
    Tokens.Pair refresh(Tokens.Pair old) {
        return granted(posted(account.baseUri() + "/oauth2/refresh_token", Map.of(
            "app_id", account.app().key(), "app_secret", account.app().secret().reveal(),
            "refresh_token", old.refresh().reveal(), "grant_type", "refresh_token")));
    }

    private Tokens.Pair granted(HttpRequest.Builder request) {
        var now = account.host().clock().instant();
        var answer = exchange.ask("oauth2", request);
        var envelope = envelope(answer, "oauth2");
        if (!envelope.ok()) {
            throw Facts.CODES.trouble(envelope);
        }
        return new Tokens.Pair(Secret.of(Json.text(answer, "access_token")), Secret.of(Json.text(answer, "refresh_token")),
            now.plusSeconds(answer.path("expires_in").asLong(0)),
            now.plusSeconds(answer.path("refresh_token_expires_in").asLong(0)));
    }

    private static HttpRequest.Builder got(String address, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(address + "?" + Form.encode(form)));
    }

    private static HttpRequest.Builder posted(String address, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", Form.TYPE)
            .POST(BodyPublishers.ofString(Form.encode(form), UTF_8));
    }

    private static Envelope envelope(JsonNode answer, String method) {
        var result = answer.path("result");
        if (!result.isIntegralNumber()) {
            throw ConnectorException.unreachable("kuaishou " + method + ": answer is not an envelope", null);
        }
        var message = Json.text(answer, "error_msg");
        return new Envelope(result.asInt() == Facts.OK, result.asString(),
            message.isEmpty() ? Json.text(answer, "errorMsg") : message, answer.path("data"));
    }
}
