package io.wanqu.connectors.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A question over HTTP that is answered with a JSON object, or with trouble that names no secret.
 *
 * @param limitedWait how long to wait when the platform limits us and names no time
 */
public record Exchange(String kind, ChannelAccount.Host host, Duration limitedWait) {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    public JsonNode ask(String what, HttpRequest.Builder question) {
        var request = question.timeout(host.answerTimeout()).build();
        try {
            return opened(what, host.http().send(request, BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            // The cause may print the address, and the address may hold the token.
            throw ConnectorException.unreachable(kind + " " + what + ": " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable(kind + " " + what + ": interrupted", null);
        }
    }

    private JsonNode opened(String what, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == TOO_MANY) {
            throw ConnectorException.limited("http 429", kind + " " + what, retryAfter(answer).orElse(limitedWait));
        }
        if (status == FORBIDDEN) {
            throw ConnectorException.refused("http 403", kind + " " + what);
        }
        if (status != 200) {
            throw ConnectorException.failing("http " + status, kind + " " + what);
        }
        var node = Json.readOrNull(answer.body());
        if (node == null || !node.isObject()) {
            // The parser's words may quote the answer, so they are not passed on.
            throw ConnectorException.unreachable(kind + " " + what + ": answer is not an envelope", null);
        }
        return node;
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
