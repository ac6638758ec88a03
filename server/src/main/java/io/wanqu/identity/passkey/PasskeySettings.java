package io.wanqu.identity.passkey;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which pages passkeys are made.
 *
 * @param origin where browsers find the pages; a passkey for one origin is good for no other
 */
@ConfigurationProperties("wanqu.passkey")
record PasskeySettings(@DefaultValue("http://localhost:8080") String origin) {

    /** The name that a passkey belongs to. */
    String party() {
        return URI.create(origin).getHost();
    }
}
