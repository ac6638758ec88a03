package io.wanqu.connector;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Everything a connector needs to speak for one shop. */
public record ChannelAccount(URI baseUri, App app, String shopId, Tokens tokens, Host host) {

    /**
     * The application as the channel knows it.
     *
     * @param more what the channel asks for besides, by the names of {@link Capabilities.Access#fields}
     */
    public record App(String key, Secret secret, Map<String, Secret> more) {

        public App {
            more = Map.copyOf(more);
        }

        public App(String key, Secret secret) {
            this(key, secret, Map.of());
        }

        /** A further field, empty when the account has none of that name. */
        public Secret more(String name) {
            return more.getOrDefault(name, Secret.of(""));
        }
    }

    /** What the host lends to its connectors: the time, and an HTTP client that all of them share. */
    public record Host(Clock clock, HttpClient http, Duration answerTimeout) {

        /** A host whose client follows no redirect, for a redirect would carry signed parameters elsewhere. */
        public static Host of(Clock clock, Duration connectTimeout, Duration answerTimeout) {
            var http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
            return new Host(clock, http, answerTimeout);
        }
    }
}
