package io.wanqu.site;

import java.util.function.Consumer;

import org.springframework.http.HttpHeaders;

/** What a browser may do with a page of ours, and with nothing else it might smuggle in. */
final class PageGuards {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
            + "payment=(), usb=(), clipboard-write=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    private PageGuards() {
    }

    /** For whole pages. */
    static Consumer<HttpHeaders> page() {
        return headers -> {
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.set("Permissions-Policy", PERMISSIONS);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        };
    }

    /** For what pages are made of. */
    static Consumer<HttpHeaders> part() {
        return headers -> {
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
        };
    }
}
