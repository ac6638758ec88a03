package io.wanqu.connectors.wire;

import tools.jackson.databind.JsonNode;

/** What a channel answered: whether it did as asked, its own code and words, and what it gave. */
public record Envelope(boolean ok, String code, String message, JsonNode data) {

    /** Bodies may name a buyer or hold a token. */
    @Override
    public String toString() {
        return "Envelope[" + code + "]";
    }
}
