package io.wanqu.payment.rail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

/** Where a provider calls back: real HTTP in front of a rail's own reading. */
public final class Postbox implements AutoCloseable {

    private final HttpServer http;
    private final BlockingQueue<RailNotice> notices = new LinkedBlockingQueue<>();
    private final BlockingQueue<ForgedNotice> forgeries = new LinkedBlockingQueue<>();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final AtomicInteger toRefuse = new AtomicInteger();

    public Postbox(Rail rail, BiFunction<Map<String, String>, byte[], List<RailNotice>> read) {
        try {
            http = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", exchange -> {
            try (exchange) {
                arrivals.incrementAndGet();
                answer(exchange, rail, read);
            }
        });
        http.start();
    }

    private void answer(HttpExchange exchange, Rail rail, BiFunction<Map<String, String>, byte[], List<RailNotice>> read) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), each -> each.getValue().getFirst()));
        var body = exchange.getRequestBody().readAllBytes();
        if (toRefuse.get() > 0 && toRefuse.getAndDecrement() > 0) {
            say(exchange, rail.failed());
            return;
        }
        try {
            notices.addAll(read.apply(headers, body));
            say(exchange, rail.acknowledged());
        } catch (ForgedNotice e) {
            forgeries.add(e);
            exchange.sendResponseHeaders(401, -1);
        }
    }

    private static void say(HttpExchange exchange, Rail.Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/callback");
    }

    /** The next so many arrivals are answered as if our own house were on fire. */
    public void refuse(int times) {
        toRefuse.set(times);
    }

    public int arrivals() {
        return arrivals.get();
    }

    public RailNotice next() {
        return taken(notices, Duration.ofSeconds(60));
    }

    public ForgedNotice nextForgery() {
        return taken(forgeries, Duration.ofSeconds(60));
    }

    public boolean isQuiet() {
        return notices.isEmpty() && forgeries.isEmpty();
    }

    private static <T> T taken(BlockingQueue<T> queue, Duration within) {
        try {
            @Nullable T thing = queue.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (thing == null) {
                throw new AssertionError("nothing came within " + within);
            }
            return thing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
