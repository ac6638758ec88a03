package io.wanqu.web;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.privacy.CustomerId;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Describes the API as OpenAPI, from the controllers themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Buyer.class);
        List.of(AccountId.class, ShopId.class, SkuId.class, PoolId.class, ChannelId.class, OrderId.class, CustomerId.class)
                .forEach(type -> SpringDocUtils.getConfig().replaceWithSchema(type, identifier()));
        SpringDocUtils.getConfig().replaceWithSchema(Currency.class, new StringSchema().example("CNY"));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Wanqu").version("v1")
                        .description("One stock, ten thousand channels. Amounts are whole numbers in the smallest unit; refusals are problem details.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER).bearerFormat("wq_…"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer describeManners() {
        return (operation, method) -> {
            if (Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Caller.class)) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
            if (method.hasMethodAnnotation(Idempotent.class)) {
                addKey(operation);
            }
            idsAsText(operation);
            operation.setOperationId(operationId(method));
            operation.setTags(List.of(module(method)));
            operation.getResponses().addApiResponse("default", new ApiResponse()
                    .description("A refusal, told by its code")
                    .content(new Content().addMediaType("application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
            return operation;
        };
    }

    private static void addKey(Operation operation) {
        operation.addParametersItem(new Parameter().in("header").name("Idempotency-Key").required(true)
                .description("A text of 8 to 200 characters, new for each operation. A repeat with the same key and content gets the first answer.")
                .schema(new StringSchema().minLength(8).maxLength(200)));
        operation.getResponses().values().forEach(response -> response.addHeaderObject("Idempotency-Replayed",
                new Header().description("Present on a repeated answer").schema(new StringSchema())));
    }

    /** As everywhere, because JavaScript loses digits of large numbers. */
    private static void idsAsText(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "path".equals(parameter.getIn()) && parameter.getSchema() instanceof IntegerSchema)
                    .forEach(parameter -> parameter.setSchema(identifier()));
        }
    }

    private static Schema<?> identifier() {
        return new StringSchema().description("An identifier: a decimal number as text.").example("541893034680320001");
    }


    /** From the code alone, so that it stays the same whatever else is there. */
    private static String operationId(HandlerMethod method) {
        return method.getBeanType().getSimpleName().replace("Controller", "") + "-" + method.getMethod().getName();
    }

    /** The part of the server that answers, which is also how readers look for an operation. */
    private static String module(HandlerMethod method) {
        return method.getBeanType().getPackageName().split("\\.")[2];
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.description("RFC 9457 problem details; further members hold the facts of the refusal.")
                .addProperty("type", new StringSchema().description("Where the problem is explained").example("/problems/catalog.unknown-sku"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable, for programs").example("catalog.unknown-sku"))
                .addProperty("field", new StringSchema().description("The wrong field as a JSON pointer, or the name of a parameter"))
                .addProperty("expected", new StringSchema().description("What would be right"))
                .addProperty("traceId", new StringSchema())
                .additionalProperties(true);
        problem.setRequired(List.of("type", "title", "status", "code", "traceId"));
        return problem;
    }
}
