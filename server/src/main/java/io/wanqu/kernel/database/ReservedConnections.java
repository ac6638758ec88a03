package io.wanqu.kernel.database;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two connections beside the pool, for short look-ups that somebody needs in the middle of a transaction. From the pool
 * itself they could not be had when everybody who holds a connection waits for a second one.
 */
public final class ReservedConnections implements AutoCloseable {

    private final HikariDataSource pool;

    ReservedConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Each statement is a transaction of its own. */
    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
