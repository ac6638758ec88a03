package io.wanqu.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.testing.Api;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class FilesTest {

    private static final String SCRIPT = "/shop/assets/app-1a2b3c.js";

    @Autowired
    private Api api;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip, deflate, br   | br   | "aa02-br"
            gzip                | gzip | "aa02-gzip"
            br;q=0, gzip;q=0.5  | gzip | "aa02-gzip"
            identity            |      | "aa02"
            zstd                |      | "aa02"
            """)
    void a_file_goes_out_in_the_smallest_form_that_the_browser_takes(String accepted, String form, String tag) {
        var answer = api.get(SCRIPT, null, "Accept-Encoding", accepted);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo(form == null ? "" : form);
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Vary")).contains("Accept-Encoding");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
    }

    @Test
    void a_file_named_after_its_content_is_asked_for_once() {
        var answer = api.get(SCRIPT, null);

        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).contains("export const words");
        assertThat(api.get(SCRIPT, null, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/assets/app-000000.js", "/console/assets/gone-1.js", "/shop/index.html", "/shop/files.json", "/shop/%2e%2e/files.json"})
    void what_is_not_there_is_not_remembered(String path) {
        var answer = api.get(path, null);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Cache-Control")).doesNotContain("max-age=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/orders/12?after=3", "/console/index.html"})
    void every_address_of_the_console_is_its_page(String path) {
        var answer = api.get(path, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("<title>Desk</title>");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void the_door_of_the_console_leads_inside() {
        var answer = api.get("/console", null);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("/console/");
    }

    @Test
    void the_api_carries_none_of_it() {
        var answer = api.get("/openapi.json", null, "Accept-Encoding", "gzip, br");

        assertThat(answer.header("Content-Security-Policy")).doesNotContain("script-src");
        assertThat(answer.header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/favicon.svg,image/svg+xml", "/favicon.ico,image/x-icon", "/icon-192.png,image/png", "/icon-512.png,image/png",
        "/apple-touch-icon.png,image/png", "/plain.css,text/css;charset=UTF-8"})
    void the_root_has_what_browsers_look_for(String path, String type) {
        var answer = api.get(path, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void the_manifest_names_the_place_and_its_icons() {
        var answer = api.get("/manifest.webmanifest", null);

        assertThat(answer.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(answer.json().at("/start_url").asString()).isEqualTo("/");
        assertThat(answer.json().at("/icons")).hasSize(3);
    }
}
