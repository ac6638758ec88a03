package io.wanqu.attacks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

import io.wanqu.testing.Api;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All that the server says it can be asked, and requests made from it. */
@Component
class Endpoints {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final int DEPTH_MAX = 6;

    private final Api api;

    Endpoints(Api api) {
        this.api = api;
    }

    List<Endpoint> all() {
        var description = api.get("/openapi.json", null).json();
        var all = new ArrayList<Endpoint>();
        description.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> all.add(new Endpoint(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), description))));
        return all;
    }

    /** @param operation what the description says of it */
    record Endpoint(String method, String path, JsonNode operation, JsonNode description) {

        String name() {
            return method + " " + path;
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean streams() {
            return operation.path("responses").toString().contains("text/event-stream");
        }

        JsonNode schema() {
            return resolved(operation.at("/requestBody/content/application~1json/schema"));
        }

        boolean takesJson() {
            return schema().has("properties");
        }

        /** The parameters of a kind: path, query or header. */
        List<String> parameters(String in) {
            return operation.path("parameters").valueStream().filter(it -> it.path("in").asString().equals(in))
                    .map(it -> it.path("name").asString()).toList();
        }

        /** The path with each variable replaced. */
        String at(BiFunction<String, JsonNode, String> value) {
            var path = this.path;
            for (var parameter : operation.path("parameters").valueStream().filter(it -> it.path("in").asString().equals("path")).toList()) {
                var name = parameter.path("name").asString();
                path = path.replace("{" + name + "}", encoded(value.apply(name, parameter.path("schema"))));
            }
            return path.replaceAll("\\{[^}]*}", "1");
        }

        static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        /** A body that looks like what is wanted, with what stands in each field made by the name and the schema of the field. */
        String body(BiFunction<String, JsonNode, JsonNode> leaf) {
            return sample("", schema(), leaf, 0).toString();
        }

        private JsonNode sample(String name, JsonNode schema, BiFunction<String, JsonNode, JsonNode> leaf, int depth) {
            var resolved = resolved(schema);
            var nodes = JsonNodeFactory.instance;
            if (resolved.has("properties") && depth < DEPTH_MAX) {
                ObjectNode object = nodes.objectNode();
                resolved.path("properties").properties().forEach(it -> object.set(it.getKey(), sample(it.getKey(), it.getValue(), leaf, depth + 1)));
                return object;
            }
            if (resolved.path("type").asString("").equals("array")) {
                return nodes.arrayNode().add(sample(name, resolved.path("items"), leaf, depth + 1));
            }
            return leaf.apply(name, resolved);
        }

        private JsonNode resolved(JsonNode schema) {
            var reference = schema.path("$ref").asString("");
            if (reference.isEmpty() && schema.path("allOf").size() == 1) {
                return resolved(schema.at("/allOf/0"));
            }
            return reference.isEmpty() ? schema : resolved(description.at(reference.substring(1)));
        }
    }

    /** A value of the type that is wanted. */
    static JsonNode fitting(String name, JsonNode schema) {
        var nodes = JsonNodeFactory.instance;
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> nodes.numberNode(7);
            case "boolean" -> nodes.booleanNode(true);
            case "object" -> nodes.objectNode();
            default -> schema.has("enum") ? schema.at("/enum/0") : schema.path("format").asString("").equals("date-time")
                    ? nodes.stringNode("2099-01-31T08:00:00Z") : nodes.stringNode("7");
        };
    }
}
