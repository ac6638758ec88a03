package io.wanqu.kernel.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL: the server at {@code url}, else an embedded one that keeps its files in {@code directory}.
 *
 * @param durable false only in tests, where a crash may lose what was written
 */
@ConfigurationProperties("wanqu.database")
record DatabaseSettings(@Nullable String url, @DefaultValue("postgres") String user, @DefaultValue("") String password,
        @DefaultValue("data/postgres") Path directory, @DefaultValue("true") boolean durable,
        @DefaultValue("24") int connectionsMax) {

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + shownUrl() + ", directory=" + directory + ", durable=" + durable + "]";
    }

    /** The address without its parameters, among which a password may stand. */
    private @Nullable String shownUrl() {
        return url == null ? null : url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
