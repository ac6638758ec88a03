package io.wanqu.kernel.database;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the server, before anything is sold, whether it is new enough and keeps what it has confirmed. */
final class ServerCheck {

    private static final int VERSION_MIN = 150_000;

    private ServerCheck() {
    }

    static void run(DataSource dataSource, boolean durable) {
        var jdbc = JdbcClient.create(dataSource);
        var version = jdbc.sql("select current_setting('server_version_num')::int").query(Integer.class).single();
        if (version < VERSION_MIN) {
            throw new DatabaseRefused("The PostgreSQL server is number " + version + ".", "Use PostgreSQL 15 or newer.");
        }
        var loose = looseSettings(jdbc);
        if (durable && !loose.isEmpty()) {
            throw new DatabaseRefused("The PostgreSQL server may lose confirmed sales in a crash: " + String.join(", ", loose) + ".",
                    "Turn these on, or set wanqu.database.durable=false where nothing of value is kept.");
        }
    }

    /** Any level of synchronous_commit but "off" waits at least for the local disk. */
    private static List<String> looseSettings(JdbcClient jdbc) {
        return jdbc.sql("""
                select name || ' = ' || setting
                  from pg_settings
                 where name in ('fsync', 'synchronous_commit', 'full_page_writes')
                   and setting = 'off'
                 order by name
                """)
            .query(String.class)
            .list();
    }
}
