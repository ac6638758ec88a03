package io.wanqu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.swagger.v3.core.util.Json;

import org.junit.jupiter.api.Test;

class SchemaNamesTest {

    private final SchemaNames.Nested names = new SchemaNames.Nested();

    @Test
    void a_body_is_named_after_the_controller_it_is_nested_in() {
        assertThat(name(AccountController.Request.class)).isEqualTo("SchemaNamesTestAccountRequest");
        assertThat(name(AccountController.Request.class)).as("asked again").isEqualTo("SchemaNamesTestAccountRequest");
    }

    @Test
    void two_classes_that_would_be_one_schema_are_called_out_by_their_names() {
        name(AccountController.Request.class);

        assertThatIllegalStateException().isThrownBy(() -> name(AccountRequest.class))
                .withMessageContaining(AccountController.Request.class.getName()).withMessageContaining(AccountRequest.class.getName());
    }

    private String name(Class<?> type) {
        return names.nameForType(Json.mapper().constructType(type));
    }

    private static final class AccountController {

        private record Request(String name) {
        }
    }

    private record AccountRequest(String name) {
    }
}
