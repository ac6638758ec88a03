package io.wanqu.vault;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the vault counts days and looks.
 *
 * @param zone       a card limited to n uses a day counts the days of this zone
 * @param lookAgain  how long after the first look the same delivery may be read again, so that a lost answer loses no key
 */
@ConfigurationProperties("wanqu.vault")
public record VaultSettings(@DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("10m") Duration lookAgain) {
}
