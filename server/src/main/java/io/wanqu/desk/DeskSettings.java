package io.wanqu.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How often the audit recounts every shop; a recount reads the shop's rows, so a large shop wants a long pause. */
@ConfigurationProperties("wanqu.desk")
record DeskSettings(@DefaultValue("600") int auditEverySeconds) {
}
