package io.wanqu.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.chain.Hashes;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two contents, as JSON without secrets and personal fields; empty where there is nothing. */
record Change(String before, String after) {

    static final String HIDDEN = "…";

    private static final int LENGTH_MAX = 20_000;
    private static final int TEXT_MAX = 400;
    private static final int TEXT_SHOWN = 200;

    /** Fields whose texts are never kept, whatever object they stand in. */
    private static final Pattern SECRET_FIELD = Pattern.compile("(?i)key|keys|code|codes|pin|.*("
            + "secret|password|passphrase|private|credential|token|otp|recovery|cookie|session|contact|phone|mobile|mail|openid|unionid|oaid"
            + "|recipient|payee|payer|buyer|idcard|realname|address|cardkey|cvv|iban).*");
    /** Values that look like what those fields hold, wherever they stand. */
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"
                    + "|(?<!\\d)(\\+?86[- ]?)?1[3-9]\\d{9}(?!\\d)"
                    + "|(?<!\\d)\\d{17}[Xx](?![0-9A-Za-z])"
                    + "|\\bwq[a-z]?_[A-Za-z0-9_-]{8,}"
                    + "|\\b[sr]k_(live|test)_\\w+"
                    + "|-----BEGIN[^-]+-----");

    static Change between(@Nullable Object before, @Nullable Object after) {
        var was = before == null ? null : Json.tree(before);
        var is = after == null ? null : Json.tree(after);
        if (was instanceof ObjectNode one && is instanceof ObjectNode other) {
            var differing = new TreeSet<>(one.propertyNames());
            differing.addAll(other.propertyNames());
            differing.removeIf(name -> one.path(name).equals(other.path(name)));
            was = one.retain(differing);
            is = other.retain(differing);
        }
        return new Change(written(was), written(is));
    }

    private static String written(@Nullable JsonNode content) {
        if (content == null || content.isNull()) {
            return "";
        }
        var text = clean("", content).toString();
        return text.length() <= LENGTH_MAX ? text : "{\"length\":" + text.length() + ",\"sha256\":\"" + digest(text) + "\"}";
    }

    private static JsonNode clean(String field, JsonNode node) {
        var nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            var object = nodes.objectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), clean(entry.getKey(), entry.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = nodes.arrayNode();
            node.forEach(item -> array.add(clean(field, item)));
            return array;
        }
        if (node.isNull() || node.isBoolean() || node.isNumber() && !SECRET_FIELD.matcher(field).matches()) {
            return node;
        }
        return nodes.stringNode(SECRET_FIELD.matcher(field).matches() ? HIDDEN : harmless(node.asString()));
    }

    /** A text without what looks like a secret or a person's address, and not longer than somebody reads. */
    static String harmless(String text) {
        var clean = SECRET_VALUE.matcher(text).replaceAll(HIDDEN);
        return clean.length() <= TEXT_MAX ? clean
                : clean.substring(0, TEXT_SHOWN) + "… (" + clean.length() + " characters, sha256 " + digest(clean) + ")";
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
