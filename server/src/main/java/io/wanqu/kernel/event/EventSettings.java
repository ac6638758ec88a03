package io.wanqu.kernel.event;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the event log reaches back and ahead, and how patient its readers are.
 *
 * @param triesAlone how often an event that fails its listener is tried alone before it is set aside
 * @param pause      before the second try; each further pause is twice as long
 * @param gather     the shortest time between two looks of a reader
 */
@ConfigurationProperties("wanqu.events")
record EventSettings(@DefaultValue("30") int daysKept, @DefaultValue("14") int daysAhead,
        @DefaultValue("8") int triesAlone, @DefaultValue("PT0.1S") Duration pause,
        @DefaultValue("PT0.05S") Duration gather) {
}
