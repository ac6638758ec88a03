package io.wanqu.connectors.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Refusals;
import io.wanqu.connectors.wire.Renewal;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes signed calls through the platform's one address; a bad token is renewed once. */
final class Router {

    private final ChannelAccount account;
    private final Exchange exchange;
    private final Renewal renewal;

    Router(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange(Facts.KIND, account.host(), Facts.LIMITED_WAIT);
        this.renewal = new Renewal(account.tokens(), this::refresh);
    }

    /** A call whose refusals are exceptions. */
    JsonNode result(String type, Map<String, ?> parameters) {
        return expected(ask(type, parameters));
    }

    /** A call that is done or refused, with nothing to read from its answer. */
    Outcome done(String type, Map<String, ?> parameters) {
        var envelope = ask(type, parameters);
        return envelope.ok() ? new Outcome.Done() : Refusals.refusedOrThrow(envelope.trouble());
    }

    /** A call whose refusals the caller wants to read. */
    Envelope ask(String type, Map<String, ?> parameters) {
        return renewal.call(token -> send(type, parameters, token), Envelope::tokenTrouble);
    }

    Tokens.Pair create(String code) {
        return granted("pdd.pop.auth.token.create", Map.of("code", code));
    }

    Tokens.Pair refresh(Tokens.Pair old) {
        return granted("pdd.pop.auth.token.refresh", Map.of("refresh_token", old.refresh().reveal()));
    }

    private Tokens.Pair granted(String type, Map<String, ?> parameters) {
        var now = account.host().clock().instant();
        var result = expected(send(type, parameters, Secret.of("")));
        var refreshSeconds = result.path("refresh_token_expires_in").asLong(0);
        return new Tokens.Pair(Secret.of(Json.text(result, "access_token")),
            Secret.of(Json.text(result, "refresh_token")),
            now.plusSeconds(result.path("expires_in").asLong(0)),
            refreshSeconds == 0 ? null : now.plusSeconds(refreshSeconds));
    }

    private static JsonNode expected(Envelope envelope) {
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.result();
    }

    private Envelope send(String type, Map<String, ?> parameters, Secret token) {
        var form = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> form.put(name, text(value)));
        form.put("type", type);
        form.put("client_id", account.app().key());
        form.put("timestamp", String.valueOf(account.host().clock().instant().getEpochSecond()));
        form.put("data_type", "JSON");
        if (!token.reveal().isEmpty()) {
            form.put("access_token", token.reveal());
        }
        form.put("sign", Signing.call(account.app().secret(), form));
        var question = HttpRequest.newBuilder(Facts.router(account.baseUri()))
            .header("Content-Type", Form.TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form), UTF_8));
        return Envelope.of(type, exchange.ask(type, question));
    }

    /** Whatever is more than one value travels as JSON, and is signed as that text. */
    private static String text(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
            ? String.valueOf(value) : Json.write(value);
    }
}
