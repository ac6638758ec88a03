package io.wanqu.ordering.row;

import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts of buyers, for when the shop's key changes. */
@Configuration(proxyBeanMethods = false)
class SealedContacts {

    @Bean
    SealedColumn sealedOrderContacts(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "ordering.customer_order", "order_id", "contact");
    }
}
