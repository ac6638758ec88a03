package io.wanqu.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that this process starts and stops, with its files in a directory that stays. Beside the directory
 * lie the lock that keeps a second server away, the password, and the unpacked program.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Reading back the log of a busy hour takes minutes on a slow disk; giving up early would look like lost data. */
    private static final Duration RECOVERY_MAX = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** For a machine with two cores and four gigabytes, shared with the server and much else. */
    private static final Map<String, String> MODEST = Map.ofEntries(
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("wal_compression", "on"),
            Map.entry("min_wal_size", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("autovacuum_naptime", "15s"),
            Map.entry("autovacuum_vacuum_scale_factor", "0.05"),
            Map.entry("autovacuum_analyze_scale_factor", "0.05"),
            Map.entry("log_min_messages", "warning"),
            Map.entry("unix_socket_directories", ""));

    /**
     * The server writes its own log: it outlives this process, and a pipe that nobody reads would fill up and stop it.
     * Terse, because the detail of an error names the values of the row.
     */
    private static final Map<String, String> OWN_LOG = Map.of(
            "logging_collector", "on",
            "log_directory", "log",
            "log_filename", "postgresql-%a.log",
            "log_truncate_on_rotation", "on",
            "log_rotation_age", "1d",
            "log_error_verbosity", "terse");

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;
    private final Path directory;
    private final String password;

    private EmbeddedDatabase(DirectoryLock lock, EmbeddedPostgres server, Path directory, String password) {
        this.lock = lock;
        this.server = server;
        this.directory = directory;
        this.password = password;
    }

    static EmbeddedDatabase start(Path where, boolean durable) throws IOException {
        var directory = where.toAbsolutePath().normalize();
        OwnFiles.createDirectories(program(directory));
        var lock = DirectoryLock.take(directory);
        try {
            OrphanedServer.stop(directory);
            var password = OwnFiles.secret(directory.resolveSibling(directory.getFileName() + ".password"));
            if (!Files.exists(directory)) {
                create(directory, password);
            }
            var server = builder(directory, durable).setConnectConfig("password", password).start();
            return new EmbeddedDatabase(lock, server, directory, password);
        } catch (IllegalStateException e) {
            stopAfterFailure(directory, lock);
            throw new DatabaseRefused("The embedded PostgreSQL in " + directory + " did not start: " + e.getMessage(),
                    "Read its log in " + directory.resolve("log") + ". As root it needs user namespaces: start as another user, or name a server by"
                    + " WANQU_DB_URL.", e);
        } catch (IOException | RuntimeException e) {
            stopAfterFailure(directory, lock);
            throw e;
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
            OrphanedServer.stop(directory);
        } finally {
            lock.close();
        }
    }

    /** Made under another name first, so that a kill in the middle leaves no half-made directory under the true one. */
    private static void create(Path directory, String password) throws IOException {
        var fresh = directory.resolveSibling(directory.getFileName() + ".new");
        OrphanedServer.stop(fresh);
        OwnFiles.delete(fresh);
        log.info("making a new database in {}", directory);
        try (var server = builder(fresh, true).start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the new database", e);
        }
        Files.writeString(fresh.resolve("pg_hba.conf"), """
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128      scram-sha-256
                """);
        OwnFiles.moveDurably(fresh, directory);
    }

    private static EmbeddedPostgres.Builder builder(Path directory, boolean durable) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(program(directory).toFile())
                .setPGStartupWait(RECOVERY_MAX)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        MODEST.forEach(builder::setServerConfig);
        OWN_LOG.forEach(builder::setServerConfig);
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            builder.setServerConfig(setting, durable ? "on" : "off");
        }
        return builder;
    }

    /** Its own place and not the shared temporary folder, where a stranger could put another program. */
    private static Path program(Path directory) {
        return directory.resolveSibling("postgres-program");
    }

    private static void stopAfterFailure(Path directory, DirectoryLock lock) {
        try (lock) {
            OrphanedServer.stop(directory);
        } catch (UncheckedIOException e) {
            log.warn("cannot stop the database in {}", directory, e);
        }
    }
}
