package io.wanqu.privacy;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the handling of people's data is.
 *
 * @param coolOff    how long an erasure can still be withdrawn
 * @param exportLife how long the file of an export can be fetched
 * @param look       how often waiting exports, due erasures and the clocks of incidents are looked at
 */
@ConfigurationProperties("wanqu.privacy")
public record PrivacySettings(@DefaultValue("P7D") Duration coolOff, @DefaultValue("PT24H") Duration exportLife,
        @DefaultValue("PT5S") Duration look) {
}
