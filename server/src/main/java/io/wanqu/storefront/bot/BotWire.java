package io.wanqu.storefront.bot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.wanqu.kernel.http.Outbound;
import io.wanqu.payment.PaymentSettings;

import org.springframework.stereotype.Component;

/** Calls the messenger. The address holds the token, so it is never told to anybody, an exception included. */
@Component
class BotWire {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final HttpClient client;

    BotWire(PaymentSettings settings) {
        this.client = Outbound.client(TIMEOUT, settings.loopback());
    }

    Heard call(Bot bot, String method, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(bot.base() + "/bot" + bot.token() + "/" + method)).timeout(TIMEOUT)
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == OK ? Heard.YES : status == TOO_MANY || status >= BROKEN ? Heard.PERHAPS : Heard.NEVER;
        } catch (IOException e) {
            return Heard.PERHAPS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Heard.PERHAPS;
        }
    }

    /** How a call ended. */
    enum Heard {
        YES,
        /** Nobody knows; it is said again. */
        PERHAPS,
        /** Refused, and would be again. */
        NEVER
    }
}
