package io.wanqu.kernel.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long the event log reaches back and ahead, in days. */
@ConfigurationProperties("wanqu.events")
record EventSettings(@DefaultValue("30") int daysKept, @DefaultValue("14") int daysAhead) {
}
