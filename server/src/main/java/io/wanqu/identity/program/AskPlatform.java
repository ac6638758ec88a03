package io.wanqu.identity.program;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.wanqu.identity.program.ProgramSettings.Dialect;
import io.wanqu.identity.program.ProgramSettings.Program;
import io.wanqu.kernel.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks a platform whose code it is. The session key that comes along opens that person's data there; it is not read, not
 * kept, and told to nobody.
 */
@Component
class AskPlatform {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Nothing where the platform does not know the code. */
    Optional<Person> whose(Program program, String code) {
        var answer = send(request(program, code).timeout(PATIENCE).build());
        var person = program.dialect() == Dialect.QUERY ? answer : answer.path("data");
        var openid = person.path("openid").asString("");
        var unionid = person.path("unionid").asString("");
        return openid.isEmpty() ? Optional.empty() : Optional.of(new Person(openid, unionid.isEmpty() ? null : unionid));
    }

    private static HttpRequest.Builder request(Program program, String code) {
        if (program.dialect() == Dialect.QUERY) {
            return HttpRequest.newBuilder(URI.create(program.endpoint() + "?appid=" + encoded(program.appId()) + "&secret=" + encoded(program.secret())
                    + "&js_code=" + encoded(code) + "&grant_type=authorization_code"));
        }
        var body = Json.write(Map.of("appid", program.appId(), "secret", program.secret(), "code", code));
        return HttpRequest.newBuilder(program.endpoint()).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    /** The kind of content that one of them tells is plain text, so it is not asked. */
    private JsonNode send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 200) {
                return Json.read(answer.body(), JsonNode.class);
            }
        } catch (IOException | JacksonException e) {
            throw new ProgramProblem.PlatformSilent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProgramProblem.PlatformSilent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param unionid the same in all programs of one company; not every platform tells it */
    record Person(String openid, @Nullable String unionid) {

        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
