package io.wanqu.site;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pages lie for the world.
 *
 * @param publicUrl   how the installation is reached from outside; addresses in heads and sitemaps begin with it, never with
 *                    what a request claims
 * @param defaultShop the slug of the shop that lies at the root; without one, the only shop does, and of several a list
 */
@ConfigurationProperties("wanqu.site")
record SiteSettings(@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue("") String defaultShop) {

    String origin() {
        return originOf(publicUrl.getHost());
    }

    /** The same way in by another name, which somebody has proved to be his. */
    String originOf(String host) {
        return publicUrl.getScheme() + "://" + host + (publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort());
    }
}
