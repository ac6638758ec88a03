package io.wanqu.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The JDK's HTTP server with a virtual thread for each request. */
public final class SimulatorServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());

    static {
        // Read once by the JDK's server: without it small answers wait for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public SimulatorServer(int port) {
        try {
            http = HttpServer.create(new InetSocketAddress(port), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(workers);
    }

    public void start() {
        http.start();
    }

    /** Answers every request below the prefix; paths reach the handler without it. */
    public void mount(String prefix, Function<Request, Answer> handler) {
        http.createContext(prefix, exchange -> serve(exchange, prefix, handler));
    }

    public URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    private static void serve(HttpExchange exchange, String prefix, Function<Request, Answer> handler)
            throws IOException {
        try (exchange) {
            var answer = handler.apply(Request.of(exchange, prefix));
            if (answer.status() == Answer.SILENCE) {
                return;
            }
            var bytes = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "request failed: " + exchange.getRequestURI().getPath(), e);
            exchange.sendResponseHeaders(500, -1);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
