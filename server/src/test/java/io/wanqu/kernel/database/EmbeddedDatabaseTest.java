package io.wanqu.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    private Path data;

    @Test
    void keeps_what_was_written_when_the_process_is_killed() throws Exception {
        var directory = data.resolve("postgres");
        var child = EmbeddedDatabaseChild.start(directory, "card-1");
        awaitWritten(child);

        child.destroyForcibly().waitFor();
        var orphan = OrphanedServer.find(directory);

        assertThat(orphan).isPresent();
        try (var database = EmbeddedDatabase.start(directory, true)) {
            assertThat(orphan.get().isAlive()).isFalse();
            assertThat(client(database).sql("select card from public.sale").query(String.class).list())
                    .containsExactly("card-1");
        }
        assertThat(OrphanedServer.find(directory)).isEmpty();
    }

    @Test
    void lets_no_second_process_into_the_directory() throws Exception {
        var directory = data.resolve("postgres");
        try (var database = EmbeddedDatabase.start(directory, true)) {

            var child = EmbeddedDatabaseChild.start(directory, "card-1");
            var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(child.waitFor()).isNotZero();
            assertThat(said).contains("Another Wanqu server already uses " + directory);
            assertThat(client(database).sql("select to_regclass('public.sale')::text").query(String.class).optional()).isEmpty();
        }
    }

    @Test
    void lets_no_second_server_of_the_same_process_into_the_directory() throws Exception {
        var directory = data.resolve("postgres");
        try (var database = EmbeddedDatabase.start(directory, true)) {

            assertThatExceptionOfType(DatabaseRefused.class).isThrownBy(() -> EmbeddedDatabase.start(directory, true));

            assertThat(client(database).sql("select 1").query(Integer.class).single()).isOne();
        }
    }

    @Test
    void waits_for_the_disk_and_opens_only_with_the_password_of_its_file() throws Exception {
        var directory = data.resolve("postgres");
        try (var database = EmbeddedDatabase.start(directory, true)) {
            var jdbc = client(database);

            assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show full_page_writes").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show max_wal_size").query(String.class).single()).isEqualTo("2GB");
            ServerCheck.run(new DriverManagerDataSource(database.url(), "postgres", database.password()), true);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "wrong"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void is_refused_when_it_does_not_wait_for_the_disk() throws IOException {
        try (var database = EmbeddedDatabase.start(data.resolve("postgres"), false)) {
            var dataSource = new DriverManagerDataSource(database.url(), "postgres", database.password());

            assertThatExceptionOfType(DatabaseRefused.class)
                    .isThrownBy(() -> ServerCheck.run(dataSource, true))
                    .withMessageContaining("fsync = off, full_page_writes = off, synchronous_commit = off");
            ServerCheck.run(dataSource, false);
        }
    }

    @Test
    void begins_anew_after_a_first_start_that_was_cut_short() throws IOException {
        var directory = data.resolve("postgres");
        var halfMade = Files.createDirectories(data.resolve("postgres.new"));
        Files.writeString(halfMade.resolve("postgresql.conf"), "nonsense");

        try (var database = EmbeddedDatabase.start(directory, true)) {
            assertThat(client(database).sql("select 1").query(Integer.class).single()).isOne();
        }
        assertThat(data).isDirectoryNotContaining(path -> path.getFileName().toString().contains(".new"));
    }

    @Test
    void spares_a_stranger_whose_number_stands_in_the_file() throws Exception {
        var stranger = new ProcessBuilder("sh", "-c", "read line").start();
        Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n");

        OrphanedServer.stop(data);

        assertThat(stranger.isAlive()).isTrue();
        stranger.getOutputStream().close();
        assertThat(stranger.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", database.password()));
    }

    private static void awaitWritten(Process child) throws IOException {
        var lines = child.inputReader(StandardCharsets.UTF_8);
        var line = lines.readLine();
        while (line != null && !line.equals(EmbeddedDatabaseChild.WRITTEN)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(EmbeddedDatabaseChild.WRITTEN);
    }
}
