package io.wanqu.kernel.http;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proxies may say who their client is, and whether this machine itself is limited.
 *
 * @param trustedProxies addresses or networks such as 10.0.0.0/8 whose X-Forwarded-For is believed
 */
@ConfigurationProperties("wanqu.web")
record ProxySettings(@DefaultValue List<String> trustedProxies, @DefaultValue("false") boolean limitLoopback) {
}
