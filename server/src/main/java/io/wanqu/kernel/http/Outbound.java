package io.wanqu.kernel.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.wanqu.kernel.KernelProblem.InvalidValue;

import org.jspecify.annotations.Nullable;

/**
 * The way out for every call to an address that a merchant named: never into the machine or the network around it, not by a
 * name, not by a redirect, and not by a name that changes its mind. The name is resolved at each call, and the connection that
 * follows finds the same answer in the resolver's memory, which Java keeps for half a minute.
 */
public final class Outbound extends HttpClient {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,10}");
    private static final Pattern INSIDE = Pattern.compile(".*\\.(local|localhost|internal|intranet|lan|home|corp|arpa|test|invalid|onion)");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0x[0-9a-f.x]+");
    private static final int HIGHEST_PORT = 65_535;

    private final HttpClient http;
    private final boolean loopback;

    private Outbound(HttpClient http, boolean loopback) {
        this.http = http;
        this.loopback = loopback;
    }

    /** @param loopback whether this very machine may be called, for a demonstration or a test */
    public static HttpClient client(Duration connectTimeout, boolean loopback) {
        return new Outbound(HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(Redirect.NEVER).build(), loopback);
    }

    /** Refuses what can't be a place outside before anything is stored or called. */
    public static URI address(String field, @Nullable String text, boolean loopback) {
        try {
            var uri = URI.create(text == null ? "" : text);
            var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            var here = loopback && (host.equals("localhost") || host.equals("127.0.0.1"));
            var outside = "https".equals(uri.getScheme()) && NAME.matcher(host).matches() && !NUMBERS.matcher(host).matches()
                    && !INSIDE.matcher(host).matches();
            if ((outside || here && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) && uri.getUserInfo() == null && uri.getQuery() == null
                    && uri.getFragment() == null && uri.getPort() <= HIGHEST_PORT && uri.getPort() != 0) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal, which says what would be right
        }
        throw new InvalidValue(field, "an https address with a public name");
    }

    /** Whether an address is one that anybody on the internet could be at. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 16) {
            var mapped = embedded(bytes);
            return mapped != null ? isPublic(mapped)
                    : !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isSiteLocalAddress()
                    && !address.isMulticastAddress() && (bytes[0] & 0xfe) != 0xfc && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d);
        }
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        return !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isSiteLocalAddress()
                && first != 0 && first < 224 && !(first == 100 && second >= 64 && second < 128) && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** The IPv4 address within one of IPv6: mapped, translated (64:ff9b::/96) or of 6to4. */
    private static @Nullable InetAddress embedded(byte[] bytes) {
        var zeros = true;
        for (var i = 2; i < 10; i++) {
            zeros &= bytes[i] == 0 || i < 4 && bytes[0] == 0;
        }
        try {
            if (bytes[0] == 0x20 && bytes[1] == 0x02) {
                return InetAddress.getByAddress(new byte[] {bytes[2], bytes[3], bytes[4], bytes[5]});
            }
            var mapped = zeros && bytes[0] == 0 && bytes[1] == 0 && bytes[10] == -1 && bytes[11] == -1;
            var translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
            return mapped || translated ? InetAddress.getByAddress(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]}) : null;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private void check(URI uri) throws IOException {
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            if (!isPublic(address) && !(loopback && address.isLoopbackAddress())) {
                throw new IOException("refused to call " + uri.getHost() + ": it is no public address");
            }
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        check(request.uri());
        return http.send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushed) {
        try {
            check(request.uri());
            return http.sendAsync(request, handler, pushed);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new OutboundSocket(http.newWebSocketBuilder(), this::check);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
