package io.wanqu.bench.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import tools.jackson.databind.JsonNode;

/** Generated cards, one code a line, and their way into a pool: sent in pieces, from wherever the server says it stands. */
public final class CardFile {

    private static final int PIECE_BYTES = 1024 * 1024;

    private final byte[] content;
    private final int count;

    public CardFile(String prefix, int count) {
        var text = new StringBuilder(count * (prefix.length() + 10));
        for (var n = 0; n < count; n++) {
            text.append(prefix).append('-').append(String.format("%08d", n)).append('\n');
        }
        this.content = text.toString().getBytes(StandardCharsets.US_ASCII);
        this.count = count;
    }

    public int count() {
        return count;
    }

    public int bytes() {
        return content.length;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Opens an import into this pool and returns its id. */
    public String open(Shop shop, String pool) throws IOException {
        return shop.write("POST", "/api/v1/imports", "{\"pool\":\"" + pool + "\",\"format\":\"code\"}").field("id");
    }

    /** Sends what the server has not yet, and ends the upload; after a broken connection the same call goes on. */
    public void send(Shop shop, String id) throws IOException {
        send(shop, id, content.length);
    }

    /** The same, only so many bytes of it. */
    public void send(Shop shop, String id, int end) throws IOException {
        try (var http = shop.connect()) {
            for (var at = progress(shop, id).get("stored").asInt(); at < end;) {
                var to = Math.min(end, at + PIECE_BYTES);
                http.send("PATCH", "/api/v1/imports/" + id + "/content", Arrays.copyOfRange(content, at, to), shop.authorization(),
                        "Upload-Offset: " + at, "Upload-Complete: ?" + (to == content.length ? 1 : 0)).must();
                at = to;
            }
        }
    }

    public static JsonNode progress(Shop shop, String id) throws IOException {
        return shop.get("/api/v1/imports/" + id);
    }

    public static boolean finished(Shop shop, String id) throws IOException {
        var state = progress(shop, id).get("state").asString();
        if (state.equals("failed")) {
            throw new IllegalStateException("import " + id + " failed");
        }
        return state.equals("done");
    }
}
