package io.wanqu.risk;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node counts and records.
 *
 * @param workBits          how many leading zero bits the usual proof of work has: each one doubles the work
 * @param recordsPerSecond  plain permissions of a shop beyond so many a second are recorded by sample, with the weight of the sample
 * @param kept              how long decisions are kept
 * @param zone              whose hours the fact {@code hour} counts
 */
@ConfigurationProperties("wanqu.risk")
public record RiskSettings(@DefaultValue("16") int workBits, @DefaultValue("50") int recordsPerSecond, @DefaultValue("P90D") Duration kept,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {
}
