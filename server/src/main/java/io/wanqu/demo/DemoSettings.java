package io.wanqu.demo;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether to make the demo shop.
 *
 * @param demo          off unless asked for
 * @param demoSimulator where the simulated marketplaces listen, if they run
 * @param demoFile      where the demo's log-in is written, for scripts; readable by its owner only
 */
@ConfigurationProperties("wanqu")
record DemoSettings(@DefaultValue("false") boolean demo, @Nullable URI demoSimulator, @DefaultValue("data/demo.json") Path demoFile) {
}
