package io.wanqu.settlement.rate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform reckons.
 *
 * @param homeCurrency its own currency, in which its reports are written
 */
@ConfigurationProperties("wanqu.settlement")
record SettlementSettings(@DefaultValue("CNY") String homeCurrency) {
}
