package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import io.wanqu.testing.Api;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The committed description of the API is the one the server gives; run with -Dwanqu.write-docs=true to write it anew. */
@WanquTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/api/openapi.json");

    @Autowired
    private Api api;

    @Test
    void matches_the_committed_description() throws Exception {
        var served = api.get("/openapi.json", null).json().toPrettyString() + "\n";

        if (Boolean.getBoolean("wanqu.write-docs")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void tells_who_may_what_and_how_refusals_look() {
        var paths = api.get("/openapi.json", null).json();
        var add = paths.at("/paths/~1api~1v1~1products/post");
        var list = paths.at("/paths/~1api~1v1~1shops~1{slug}~1products/get");

        assertThat(paths.at("/info/title").asString()).isEqualTo("Wanqu");
        assertThat(add.at("/security/0").has("bearer")).isTrue();
        assertThat(add.at("/parameters").findValuesAsString("name")).containsExactly("Idempotency-Key");
        assertThat(list.has("security")).isFalse();
        assertThat(list.at("/responses/default/content/application~1problem+json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(add.at("/responses").propertyNames()).containsExactly("201", "default");
        assertThat(paths.at("/paths/~1api~1v1~1products~1{product}/get/parameters/0/schema/type").asString()).isEqualTo("string");
        assertThat(paths.at("/components/schemas/SkuResponse/required").toString()).contains("\"price\"");
        assertThat(paths.at("/components/schemas/TokenResponse/required").toString()).contains("\"name\"").doesNotContain("expiresAt");
        assertThat(paths.at("/components/schemas/Money/properties/currency/type").asString()).isEqualTo("string");
        assertThat(paths.at("/components/schemas/OrderView/properties/number/type").asString()).isEqualTo("string");
        assertThat(list.at("/responses/200/content").propertyNames()).containsExactly("application/json");
        assertThat(list.at("/tags").toString()).isEqualTo("[\"catalog\"]");
        assertThat(paths.at("/components/schemas").propertyNames()).contains("Problem").doesNotContain("Caller", "SkuId");
    }
}
