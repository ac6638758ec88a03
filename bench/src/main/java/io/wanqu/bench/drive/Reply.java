package io.wanqu.bench.drive;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the server, read whole. */
public record Reply(int status, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** The same answer, if it is a good one. */
    public Reply must() {
        if (!good()) {
            throw new IllegalStateException("the server answered " + status + ": " + text());
        }
        return this;
    }

    /** The first field of this name, wherever it stands; found by a plain scan, because building a tree costs ten times as much. */
    public String field(String name) {
        var text = text();
        var at = text.indexOf("\"" + name + "\":");
        if (at < 0) {
            throw new IllegalStateException("no field " + name + " in " + text);
        }
        var from = at + name.length() + 3;
        var quoted = text.charAt(from) == '"';
        var to = quoted ? from + 1 : from;
        while (quoted ? text.charAt(to) != '"' : Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(quoted ? from + 1 : from, to);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
