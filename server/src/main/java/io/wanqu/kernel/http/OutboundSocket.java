package io.wanqu.kernel.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A WebSocket on the way out, held to the same addresses as every other call. */
final class OutboundSocket implements WebSocket.Builder {

    private final WebSocket.Builder builder;
    private final Check check;

    OutboundSocket(WebSocket.Builder builder, Check check) {
        this.builder = builder;
        this.check = check;
    }

    @Override
    public WebSocket.Builder header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    @Override
    public WebSocket.Builder connectTimeout(Duration timeout) {
        builder.connectTimeout(timeout);
        return this;
    }

    @Override
    public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
        builder.subprotocols(mostPreferred, lesserPreferred);
        return this;
    }

    @Override
    public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
        try {
            check.check(uri);
            return builder.buildAsync(uri, listener);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Refuses an address that may not be called. */
    interface Check {

        void check(URI uri) throws IOException;
    }
}
