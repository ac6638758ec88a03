package io.wanqu.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mends what the description tells wrongly of texts and files, so that a client that is made from it fits. */
@Configuration(proxyBeanMethods = false)
class ApiRepairs {

    private static final String JSON = "json";
    private static final Set<String> NEVER_ANSWERED = Set.of("SseEmitter", "StreamingResponseBody");

    /** Version 3.1 keeps a set of kinds beside the kind, and calls every schema that was put in the place of a class an object. */
    @Bean
    OpenApiCustomizer textsAreTexts() {
        return api -> api.getComponents().getSchemas().values().stream().flatMap(ApiRepairs::within)
                .filter(ApiRepairs::isReplacedText)
                .forEach(schema -> schema.setTypes(Set.of("string")));
    }

    /** What is not JSON is a file or a stream, whatever class writes it. */
    @Bean
    OpenApiCustomizer filesAreFiles() {
        return api -> {
            api.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                    .flatMap(operation -> operation.getResponses().values().stream())
                    .filter(response -> response.getContent() != null)
                    .flatMap(response -> response.getContent().entrySet().stream())
                    .filter(content -> !content.getKey().contains(JSON) || content.getKey().contains("ndjson"))
                    .map(Map.Entry<String, MediaType>::getValue)
                    .forEach(media -> media.setSchema(new StringSchema().format("binary")));
            NEVER_ANSWERED.forEach(api.getComponents().getSchemas()::remove);
        };
    }

    private static boolean isReplacedText(Schema<?> schema) {
        return schema.getExample() != null && schema.getProperties() == null && Set.of("object").equals(schema.getTypes());
    }

    private static Stream<Schema<?>> within(Schema<?> schema) {
        var below = schema.getProperties() == null ? Stream.<Schema<?>>empty()
                : schema.getProperties().values().stream().flatMap(ApiRepairs::within);
        var items = schema.getItems() == null ? Stream.<Schema<?>>empty() : within(schema.getItems());
        return Stream.of(Stream.<Schema<?>>of(schema), below, items).flatMap(it -> it);
    }
}
