package io.wanqu.ledger;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the days of the books begin, and how often postings are sealed.
 *
 * @param zone       midnight of this place parts two days; changed later, it parts the days to come
 * @param sealEvery  a posting is in the chain about this long after its transaction ended
 * @param closeAfter how long after midnight a day without further postings is closed
 */
@ConfigurationProperties("wanqu.ledger")
public record LedgerSettings(@DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("PT1S") Duration sealEvery,
        @DefaultValue("PT2M") Duration closeAfter) {
}
