package io.wanqu.demo;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether to make the demo shop.
 *
 * @param demo     off unless asked for
 * @param demoFile where the demo's log-in is written, for scripts; readable by its owner only
 */
@ConfigurationProperties("wanqu")
record DemoSettings(@DefaultValue("false") boolean demo, @DefaultValue("data/demo.json") Path demoFile) {
}
