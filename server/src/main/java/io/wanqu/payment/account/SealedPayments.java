package io.wanqu.payment.account;

import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed in this module, for when the shop's key changes. */
@Configuration(proxyBeanMethods = false)
class SealedPayments {

    @Bean
    SealedColumn sealedRailAccounts(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "payment.rail_account", "account_id", "keys");
    }

    @Bean
    SealedColumn sealedPaymentAttempts(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "payment.attempt", "payment_id", "content");
    }
}
