package io.wanqu.identity.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How partners know this server.
 *
 * @param issuer its address as browsers find it
 */
@ConfigurationProperties("wanqu.app")
record AppSettings(@DefaultValue("http://localhost:8080") String issuer) {
}
