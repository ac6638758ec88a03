package io.wanqu.simulators.market;

import java.util.Map;

/**
 * An application of a software maker, known to the platform by key and secret.
 *
 * @param extra what else a platform gives its makers, each by the platform's own name
 */
public record App(String key, String secret, Map<String, String> extra) {

    public App {
        extra = Map.copyOf(extra);
    }

    public String extra(String name) {
        return extra.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "App[" + key + "]";
    }
}
