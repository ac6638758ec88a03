package io.wanqu.kernel.database;

import java.io.IOException;
import java.time.Clock;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections, and the embedded server where no other is named. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int RESERVED = 2;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FlywayMigrationStrategy migrateModules(DataSource dataSource) {
        return ignored -> new ModuleMigrations(dataSource).run();
    }

    @Bean
    @ConditionalOnProperty(name = "wanqu.database.url", matchIfMissing = true, havingValue = "none")
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) throws IOException {
        return EmbeddedDatabase.start(settings.directory(), settings.durable());
    }

    @Bean
    DataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        var pool = pool(settings, embedded.getIfAvailable(), settings.connectionsMax());
        try {
            ServerCheck.run(pool, settings.durable());
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    @Bean
    ReservedConnections reservedConnections(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        return new ReservedConnections(pool(settings, embedded.getIfAvailable(), RESERVED));
    }

    private static HikariDataSource pool(DatabaseSettings settings, @Nullable EmbeddedDatabase server, int connectionsMax) {
        var config = new HikariConfig();
        config.setJdbcUrl(server == null ? settings.url() : server.url());
        config.setUsername(settings.user());
        config.setPassword(server == null ? settings.password() : server.password());
        config.setMaximumPoolSize(connectionsMax);
        config.addDataSourceProperty("prepareThreshold", "3");
        // The server's detail names the values of the row that was refused; they have no place in a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
