package io.wanqu.connectors.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.ConnectorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes signed calls and gives back what was inside the envelope. */
final class Gateway {

    private static final int TOO_MANY = 429;

    private final ChannelAccount account;

    Gateway(ChannelAccount account) {
        this.account = account;
    }

    App app() {
        return account.app();
    }

    Instant now() {
        return account.host().clock().instant();
    }

    /** A call whose refusals are exceptions. */
    JsonNode data(String path, Map<String, ?> parameters) {
        var envelope = call(path, parameters);
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.data();
    }

    /** A call whose refusals the caller wants to read. */
    Envelope call(String path, Map<String, ?> parameters) {
        var body = Json.write(parameters).getBytes(UTF_8);
        var timestamp = timestamp();
        var seller = app().more(Facts.SELLER_ID).reveal();
        return send(path, body, "appid=" + app().key() + "&timestamp=" + timestamp
            + "&sign=" + Signing.open(app(), body, timestamp) + (seller.isEmpty() ? "" : "&seller_id=" + seller));
    }

    /** A call in the other role, that of the supplier. */
    Envelope callBack(String path, Map<String, ?> parameters) {
        var body = Json.write(parameters).getBytes(UTF_8);
        var timestamp = timestamp();
        return send(path, body, "mch_id=" + app().more(Facts.MCH_ID).reveal() + "&timestamp=" + timestamp
            + "&sign=" + Signing.supply(app(), body, timestamp));
    }

    private String timestamp() {
        return String.valueOf(now().getEpochSecond());
    }

    private Envelope send(String path, byte[] body, String query) {
        var request = HttpRequest.newBuilder(URI.create(account.baseUri() + path + "?" + query))
            .timeout(account.host().answerTimeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
        try {
            return opened(path, account.host().http().send(request, BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw ConnectorException.unreachable("xianyu " + path + ": " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("xianyu " + path + ": interrupted", null);
        }
    }

    private static Envelope opened(String path, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == TOO_MANY) {
            throw ConnectorException.limited("http 429", "xianyu " + path, retryAfter(answer));
        }
        if (status != 200) {
            throw ConnectorException.failing("http " + status, "xianyu " + path);
        }
        var json = Json.read(answer.body());
        if (json == null || !json.path("code").isIntegralNumber()) {
            throw ConnectorException.unreachable("xianyu " + path + ": answer is not an envelope", null);
        }
        return Envelope.of(json);
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(Facts.LIMITED_WAIT);
    }
}
