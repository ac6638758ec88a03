package io.wanqu.connectors.jd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fetches tokens where JD grants them; the application's secret travels in the body, never in the address. */
final class Grants {

    private final ChannelAccount account;
    private final Exchange exchange;

    Grants(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange(Facts.KIND, account.host(), Facts.LIMITED_WAIT);
    }

    Tokens.Pair create(String code) {
        return ask("/oauth2/access_token", Map.of("grant_type", "authorization_code", "code", code));
    }

    Tokens.Pair refresh(Tokens.Pair old) {
        return ask("/oauth2/refresh_token",
            Map.of("grant_type", "refresh_token", "refresh_token", old.refresh().reveal()));
    }

    private Tokens.Pair ask(String path, Map<String, String> what) {
        var form = new LinkedHashMap<>(what);
        form.put("app_key", account.app().key());
        form.put("app_secret", account.app().secret().reveal());
        var question = HttpRequest.newBuilder(Facts.tokens(account.baseUri(), path))
            .header("Content-Type", Form.TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form), UTF_8));
        var answer = exchange.ask(path, question);
        if (Json.text(answer, "access_token").isEmpty()) {
            throw trouble(Json.text(answer, "code"), Json.text(answer, "msg"));
        }
        var end = account.host().clock().instant().plusSeconds(answer.path("expires_in").asLong(0));
        return new Tokens.Pair(Secret.of(Json.text(answer, "access_token")),
            Secret.of(Json.text(answer, "refresh_token")), end, null);
    }

    private static ConnectorException trouble(String code, String message) {
        return Facts.GRANT_CODES.contains(code) ? ConnectorException.unauthorised(code, message)
            : ConnectorException.refused(code, message);
    }
}
