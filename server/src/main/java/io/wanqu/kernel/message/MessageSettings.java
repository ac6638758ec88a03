package io.wanqu.kernel.message;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param toFile whether they are written to the file instead, for a server without mail and text messages
 * @param file   where; readable by the server's user alone, because messages hold codes
 */
@ConfigurationProperties("wanqu.message")
record MessageSettings(@DefaultValue("false") boolean toFile, @DefaultValue("data/outbox.log") Path file) {

    /**
     * The mail server.
     *
     * @param host     nothing is mailed while it is absent
     * @param security starttls, tls, or none for a server on this very machine
     */
    @ConfigurationProperties("wanqu.mail")
    record Mail(@Nullable String host, @DefaultValue("587") int port, @DefaultValue("") String user, @DefaultValue("") String password,
            @DefaultValue("wanqu@localhost") String from, @DefaultValue("STARTTLS") Security security) {

        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }

    /** How the way to the mail server is kept private. */
    enum Security {
        STARTTLS, TLS, NONE
    }
}
