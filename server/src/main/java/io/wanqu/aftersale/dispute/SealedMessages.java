package io.wanqu.aftersale.dispute;

import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed in this module, for when the shop's key changes. */
@Configuration(proxyBeanMethods = false)
class SealedMessages {

    @Bean
    SealedColumn sealedCaseMessages(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, Messages.BODY, "message_id", "body");
    }
}
