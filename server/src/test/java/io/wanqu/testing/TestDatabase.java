package io.wanqu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL for the whole test run: the server named by WANQU_TEST_DB_URL, else an embedded one. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URL = url();

    /** All contexts of a run are nodes of one installation: a node with another master key could open nothing of the others'. */
    private static final Path FILES = files();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                "wanqu.channel.loopback=true",
                "wanqu.payment.loopback=true",
                "wanqu.database.url=" + URL,
                "wanqu.database.durable=false",
                "wanqu.operator.token-file=" + FILES.resolve("operator.token"),
                "wanqu.operator-link.link-file=" + FILES.resolve("operator.link"),
                "wanqu.privacy.look=PT1S",
                "wanqu.message.to-file=true",
                "wanqu.message.file=" + FILES.resolve("outbox.log"),
                "wanqu.sealing.master-key-file=" + FILES.resolve("master.json"))
            .applyTo(context);
    }

    private static Path files() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url() {
        var named = System.getenv("WANQU_TEST_DB_URL");
        if (named != null) {
            return named;
        }
        try {
            var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").setRegisterShutdownHook(false).start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the contexts, which would wait half a minute for a database that is gone. */
    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
