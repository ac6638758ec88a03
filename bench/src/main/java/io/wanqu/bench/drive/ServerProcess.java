package io.wanqu.bench.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * The server's jar as a child process, with a data directory and a port of its own. It can be killed as a power cut kills
 * it, and started again on the same data; closing it stops it and removes the data.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    /** Long, because a server that was asked to write down what it learned does so at its end. */
    private static final Duration STOP_MAX = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Path jar;
    private final Path data;
    private final List<String> arguments;
    private final int port;
    private @Nullable Process process;

    private ServerProcess(Path jar, Path data, List<String> arguments) throws IOException {
        this.jar = jar;
        this.data = data;
        this.arguments = arguments;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Starts with fresh data, and returns when the server says that it is well. */
    public static ServerProcess fresh(String... arguments) throws IOException {
        var server = new ServerProcess(jar(), Files.createTempDirectory("wanqu-server-"), List.of(arguments));
        try {
            server.start();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Path jar() {
        var given = System.getProperty("wanqu.jar");
        var jar = given != null ? Path.of(given) : Path.of("server/target/wanqu.jar");
        var found = Files.exists(jar) || jar.isAbsolute() ? jar : Path.of("..").resolve(jar);
        if (!Files.exists(found)) {
            throw new IllegalStateException("there is no " + found.toAbsolutePath().normalize() + "; build it by: mvn -DskipTests -pl server -am package");
        }
        return found.toAbsolutePath().normalize();
    }

    /** Starts on the data that is there. */
    public void start() throws IOException {
        Files.createDirectories(data.resolve("tmp"));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders", "-Xms128m", "-Xmx1g", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + data.resolve("tmp")));
        var more = System.getenv("WANQU_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off", "--wanqu.web.trusted-proxies=127.0.0.1", "--wanqu.channel.loopback=true"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("WANQU_DATA", data.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("WANQU_DB_") || name.equals("WANQU_PORT"));
        process = builder.start();
        awaitHealth();
    }

    private void awaitHealth() throws IOException {
        var deadline = System.nanoTime() + START_MAX.toNanos();
        while (!healthy()) {
            if (!running().isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the server did not start; its last words:\n" + lastWords());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean healthy() {
        try (var http = new Http(address())) {
            return http.get("/actuator/health").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path data() {
        return data;
    }

    public Path log() {
        return data.resolve("server.log");
    }

    public Database database() {
        return Database.in(data);
    }

    public long pid() {
        return running().pid();
    }

    /** Stops the server as its operator would, and keeps its data. */
    public void stop() {
        var database = database().process();
        end(running().toHandle(), false);
        database.filter(ProcessHandle::isAlive).ifPresent(it -> end(it, true));
    }

    /** Kills the server alone; its database lives on without it. */
    public void kill() {
        end(running().toHandle(), true);
    }

    /** Kills the server and its database in the middle of whatever they do. */
    public void killWithDatabase() {
        var database = database().process();
        end(running().toHandle(), true);
        database.ifPresent(it -> end(it, true));
    }

    private static void end(ProcessHandle handle, boolean now) {
        if (now) {
            handle.destroyForcibly();
        } else {
            handle.destroy();
        }
        try {
            handle.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            handle.destroyForcibly();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the server was never started");
        }
        return process;
    }

    @Override
    public void close() throws IOException {
        var database = Files.exists(data.resolve("postgres/postmaster.pid")) ? database().process() : Optional.<ProcessHandle>empty();
        if (process != null) {
            end(process.toHandle(), false);
        }
        database.filter(ProcessHandle::isAlive).ifPresent(it -> end(it, true));
        if (System.getProperty("wanqu.keep") != null) {
            return;
        }
        try (var paths = Files.walk(data)) {
            paths.sorted(Comparator.reverseOrder()).forEach(ServerProcess::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
