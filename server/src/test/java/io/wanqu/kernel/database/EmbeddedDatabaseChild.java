package io.wanqu.kernel.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own for tests that kill one: writes a row, says so by a line, and waits for its end. */
final class EmbeddedDatabaseChild {

    static final String WRITTEN = "written";

    private EmbeddedDatabaseChild() {
    }

    public static void main(String[] args) throws IOException {
        var database = EmbeddedDatabase.start(Path.of(args[0]), true);
        var jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", database.password()));
        jdbc.sql("create table if not exists public.sale (card text primary key)").update();
        jdbc.sql("insert into public.sale (card) values (:card)").param("card", args[1]).update();
        System.out.println(WRITTEN);
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }

    static Process start(Path directory, String card) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"),
                EmbeddedDatabaseChild.class.getName(), directory.toString(), card))
            .redirectErrorStream(true)
            .start();
    }
}
