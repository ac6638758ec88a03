package io.wanqu.simulators.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lasting connections: what is not acknowledged goes out again to whoever connects next. */
final class MessageLine implements Carrier {

    private static final long DRIFT_MILLIS = 600_000;
    private static final int WRONG_DIGEST = 4001;

    private final Market market;
    private final Map<String, Map<String, Message>> unacknowledged = new LinkedHashMap<>();
    private final Map<String, WebSocket> connections = new LinkedHashMap<>();
    private @Nullable Server server;
    private long attempts;
    private long acknowledged;
    private long heartbeats;

    MessageLine(Market market) {
        this.market = market;
    }

    /** Opened when somebody first asks where it is. */
    synchronized String address() {
        var current = server;
        if (current == null) {
            current = new Server();
            current.begin();
            server = current;
        }
        return "ws://localhost:" + current.getPort();
    }

    @Override
    public boolean reaches(String address) {
        return true;
    }

    @Override
    public synchronized void carry(Message message, Duration delay) {
        unacknowledged.computeIfAbsent(message.address(), _ -> new LinkedHashMap<>()).put(message.id(), message);
        var connection = connections.get(message.address());
        if (connection != null) {
            send(connection, message);
        }
    }

    private void send(WebSocket connection, Message message) {
        if (connection.isOpen()) {
            attempts++;
            connection.send(new String(message.body(), UTF_8));
        }
    }

    synchronized void breakAll() {
        connections.values().forEach(connection -> connection.closeConnection(1006, "as ordered"));
    }

    synchronized JsonNode look() {
        return Json.object()
            .put("connections", connections.values().stream().filter(WebSocket::isOpen).count())
            .put("unacknowledged", unacknowledged.values().stream().mapToInt(Map::size).sum())
            .put("heartbeats", heartbeats);
    }

    private synchronized void open(WebSocket connection, String path) {
        var app = appOf(path);
        if (app == null) {
            connection.close(WRONG_DIGEST, "digest differs");
            return;
        }
        connection.setAttachment(app);
        connections.put(app, connection);
        unacknowledged.getOrDefault(app, Map.of()).values().forEach(message -> send(connection, message));
    }

    private @Nullable String appOf(String path) {
        var parts = path.split("/");
        if (parts.length != 5 || !parts[1].equals("message") || !parts[3].matches("\\d{1,15}")) {
            return null;
        }
        var app = market.app(parts[2]);
        if (app == null || Math.abs(Long.parseLong(parts[3]) - market.clock().millis()) > DRIFT_MILLIS) {
            return null;
        }
        var digits = Md5.of(app.key() + parts[3] + app.secret());
        var expected = Base64.getEncoder().encodeToString(digits.getBytes(UTF_8));
        return expected.equals(URLDecoder.decode(parts[4], UTF_8)) ? app.key() : null;
    }

    private synchronized void hear(WebSocket connection, String text) {
        String app = connection.getAttachment();
        if (app == null) {
            return;
        }
        try {
            var frame = Json.read(text);
            switch (frame.path("commandType").asString("")) {
                case "HeartBeat" -> {
                    heartbeats++;
                    connection.send(text);
                }
                case "Ack" -> {
                    if (unacknowledged.getOrDefault(app, Map.of()).remove(frame.path("id").asString("")) != null) {
                        acknowledged++;
                    }
                }
                default -> connection.close(WRONG_DIGEST, "what is this");
            }
        } catch (JacksonException e) {
            connection.close(WRONG_DIGEST, "not JSON");
        }
    }

    @Override
    public synchronized Counts counts() {
        return new Counts(attempts, acknowledged, 0);
    }

    @Override
    public void close() {
        Server running;
        synchronized (this) {
            running = server;
        }
        if (running != null) {
            running.end();
        }
    }

    private final class Server extends WebSocketServer {

        private final CountDownLatch started = new CountDownLatch(1);

        private Server() {
            super(new InetSocketAddress("localhost", 0));
            setReuseAddr(true);
            setDaemon(true);
        }

        private void begin() {
            start();
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void end() {
            try {
                stop(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            open(connection, handshake.getResourceDescriptor());
        }

        @Override
        public void onMessage(WebSocket connection, String text) {
            hear(connection, text);
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            // Whoever connects next takes its place.
        }

        @Override
        public void onError(@Nullable WebSocket connection, Exception error) {
            // A connection that broke is closed, and a server that cannot start never answers.
        }
    }
}
