package io.wanqu.connectors.agiso;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes signed calls on behalf of one shop; its token lasts as long as its subscription and is never renewed. */
final class Gateway {

    private final ChannelAccount account;
    private final Service service;
    private final Exchange exchange;

    Gateway(ChannelAccount account) {
        this.account = account;
        this.service = Service.of(account.app().more(Facts.SERVICE).reveal());
        this.exchange = new Exchange(Facts.KIND, account.host(), Facts.LIMITED_WAIT);
    }

    Service service() {
        return service;
    }

    /** A call whose refusals are exceptions. */
    JsonNode data(String path, Map<String, String> parameters) {
        var envelope = ask(path, parameters);
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.data();
    }

    /** A call whose refusals the caller wants to read. */
    Envelope ask(String path, Map<String, String> parameters) {
        var form = new LinkedHashMap<>(parameters);
        form.put("timestamp", String.valueOf(account.host().clock().instant().getEpochSecond()));
        form.put("sign", Signing.call(account.app().secret(), form));
        var question = HttpRequest.newBuilder(URI.create(account.baseUri() + "/" + service.path() + path))
            .header("Authorization", "Bearer " + token().reveal())
            .header("ApiVersion", Facts.API_VERSION)
            .header("Content-Type", Form.TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form), UTF_8));
        return Envelope.of(path, exchange.ask(path, question));
    }

    private Secret token() {
        var granted = account.tokens().current().access();
        return granted.reveal().isEmpty() ? account.app().more(Facts.TOKEN) : granted;
    }

    Tokens.Pair create(String code) {
        var query = new LinkedHashMap<String, String>();
        query.put("appId", account.app().key());
        query.put("code", code);
        query.put("sign", Signing.call(account.app().secret(), query));
        var question = HttpRequest.newBuilder(Facts.token(account.baseUri(), service, Form.encode(query))).GET();
        var envelope = Envelope.of("/auth/token", exchange.ask("/auth/token", question));
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var seconds = envelope.data().path("ExpiresIn").asLong(0);
        return new Tokens.Pair(Secret.of(Json.text(envelope.data(), "Token")), Secret.of(""),
            seconds == 0 ? null : account.host().clock().instant().plusSeconds(seconds), null);
    }
}
