package io.wanqu.connectors.wechatshop;

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
import tools.jackson.databind.JsonNode;

/**
 * Makes calls, which nothing signs: the token in the address and the platform's list of our addresses are all there is.
 * No owner grants the token; whoever knows the application's secret may have one. The host keeps it like any other, so
 * that among all nodes one fetches it and the others wait for what it got.
 */
final class Gateway {

    private final ChannelAccount account;
    private final Exchange exchange;
    private final Renewal renewal;

    Gateway(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange("wechatshop", account.host(), Facts.CODES.limitedWait());
        this.renewal = new Renewal(account.tokens(), this::refresh);
    }

    /** A call whose refusals are exceptions. */
    JsonNode data(String path, Map<String, ?> parameters) {
        return Facts.CODES.data(call(path, parameters));
    }

    /** A call whose refusals the caller wants to read. */
    Envelope call(String path, Map<String, ?> parameters) {
        var body = Json.write(parameters);
        return renewal.callFetching(access -> send(path, body, access), Facts.CODES::tokenTrouble);
    }

    /** The same token comes back until shortly before its end; one that the platform refuses is replaced by force. */
    Tokens.Pair refresh(Tokens.Pair old) {
        var given = stable(false);
        return given.access().equals(old.access()) ? stable(true) : given;
    }

    private Tokens.Pair stable(boolean byForce) {
        var now = account.host().clock().instant();
        var answer = exchange.ask("stable_token", posted("/cgi-bin/stable_token", Json.write(Map.of(
            "grant_type", "client_credential",
            "appid", account.app().key(),
            "secret", account.app().secret().reveal(),
            "force_refresh", byForce))));
        var token = Json.text(answer, "access_token");
        if (token.isEmpty()) {
            throw Facts.CODES.trouble(envelope("stable_token", answer));
        }
        return new Tokens.Pair(Secret.of(token), Secret.of(""), now.plusSeconds(answer.path("expires_in").asLong(0)), null);
    }

    private Envelope send(String path, String body, Secret access) {
        return envelope(path, exchange.ask(path, posted(path + "?" + Form.encode(Map.of("access_token", access.reveal())), body)));
    }

    private HttpRequest.Builder posted(String path, String body) {
        return HttpRequest.newBuilder(URI.create(account.baseUri() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body, UTF_8));
    }

    /** What is given lies beside the code, not below it. */
    private static Envelope envelope(String path, JsonNode answer) {
        var code = answer.path("errcode");
        if (!code.isIntegralNumber()) {
            throw ConnectorException.unreachable("wechatshop " + path + ": answer is not an envelope", null);
        }
        return new Envelope(code.asInt() == 0, code.asString(), Json.text(answer, "errmsg"), answer);
    }
}
