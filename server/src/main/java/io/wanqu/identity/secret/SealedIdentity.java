package io.wanqu.identity.secret;

import io.wanqu.kernel.sealing.PlatformColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed in this module with the platform's key, for when that changes. */
@Configuration(proxyBeanMethods = false)
class SealedIdentity {

    @Bean
    PlatformColumn sealedOriginsOfSessions(JdbcClient jdbc, Sealing sealing) {
        return new PlatformColumn(jdbc, sealing, "identity.session", "id", "origin");
    }

    @Bean
    PlatformColumn sealedOriginsOfAlerts(JdbcClient jdbc, Sealing sealing) {
        return new PlatformColumn(jdbc, sealing, "identity.alert", "id", "origin");
    }

    @Bean
    PlatformColumn sealedAuthenticators(JdbcClient jdbc, Sealing sealing) {
        return new PlatformColumn(jdbc, sealing, "identity.totp", "account_id", "secret");
    }

    @Bean
    PlatformColumn sealedNewAuthenticators(JdbcClient jdbc, Sealing sealing) {
        return new PlatformColumn(jdbc, sealing, "identity.totp", "account_id", "pending");
    }
}
