package io.wanqu.wallet;

import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed in this module, for when the shop's key changes. */
@Configuration(proxyBeanMethods = false)
class SealedWallets {

    @Bean
    SealedColumn sealedWalletContacts(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "wallet.wallet", "wallet_id", "contact");
    }

    @Bean
    SealedColumn sealedGiftCards(JdbcClient jdbc, Sealing sealing) {
        return new SealedColumn(jdbc, sealing, "wallet.gift_card", "card_id", "sealed");
    }
}
