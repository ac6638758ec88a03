package io.wanqu.inventory.waiting;

import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts of those who wait, for when the shop's key changes. */
@Configuration(proxyBeanMethods = false)
class SealedWaiting {

    @Bean
    SealedColumn sealedWaitingContacts(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "inventory.waiting", "waiting_id", "contact");
    }
}
