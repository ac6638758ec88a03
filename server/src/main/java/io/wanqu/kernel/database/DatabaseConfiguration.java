package io.wanqu.kernel.database;

import java.io.IOException;
import java.time.Clock;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** The pool of connections, and the embedded server where no other is named. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

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
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) throws IOException {
        var durable = settings.durable() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.directory())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .start();
    }

    @Bean
    DataSource dataSource(DatabaseSettings settings, org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded) {
        var config = new HikariConfig();
        var server = embedded.getIfAvailable();
        config.setJdbcUrl(server == null ? settings.url() : server.getJdbcUrl("postgres", "postgres"));
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connectionsMax());
        config.addDataSourceProperty("prepareThreshold", "3");
        return new HikariDataSource(config);
    }
}
