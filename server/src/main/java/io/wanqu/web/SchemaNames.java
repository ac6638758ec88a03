package io.wanqu.web;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names schemas after the class they are nested in, because every controller calls its bodies Request and Response, and
 * marks what a record always holds as required.
 */
@Configuration(proxyBeanMethods = false)
class SchemaNames {

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new Nested());
    }

    @Bean
    ModelConverter requiredFields() {
        return new RequiredFields();
    }

    /** Two classes of one name would be one schema, and one of them described wrongly: then there is no description at all. */
    static final class Nested extends TypeNameResolver {

        private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var name = super.nameForClass(type, options);
            if (!type.getPackageName().startsWith("io.wanqu.")) {
                return name;
            }
            for (var outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
                var prefix = outer.getSimpleName().replaceFirst("Controller$", "");
                name = name.startsWith(prefix) ? name : prefix + name;
            }
            var before = named.putIfAbsent(name, type);
            if (before != null && before != type) {
                throw new IllegalStateException("rename one: " + before.getName() + " and " + type.getName() + " are both called " + name
                        + " in the description of the API");
            }
            return name;
        }
    }

    private static final class RequiredFields implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            JavaType java = Json.mapper().constructType(type.getType());
            if (schema != null && java != null && java.getRawClass().isRecord()) {
                require(java.getRawClass(), defined(schema, context));
            }
            return schema;
        }

        private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
            var reference = schema.get$ref();
            var model = reference == null ? null : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            return model == null ? schema : model;
        }

        private static void require(Class<?> type, Schema<?> schema) {
            for (var component : type.getRecordComponents()) {
                var always = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (always && schema.getProperties() != null && schema.getProperties().containsKey(component.getName())) {
                    schema.addRequiredItem(component.getName());
                }
            }
        }
    }
}
