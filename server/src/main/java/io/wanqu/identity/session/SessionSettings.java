package io.wanqu.identity.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a log-in lasts.
 *
 * @param idle      unused for so long, a session ends
 * @param longest   after so long it ends in any case
 * @param fresh     for so long after a proof nobody is asked for another
 * @param publicUrl where browsers find this server, when a proxy hides the name they use
 */
@ConfigurationProperties("wanqu.session")
record SessionSettings(@DefaultValue("14d") Duration idle, @DefaultValue("90d") Duration longest, @DefaultValue("10m") Duration fresh,
        @DefaultValue("") String publicUrl) {
}
