package io.wanqu.connectors.taobao;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Money as decimals of yuan, times as texts of China's clock, and texts that may be missing. */
final class Values {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Values() {
    }

    /** Throws where the platform says something that is no money: an amount is never guessed. */
    static long fen(JsonNode node, String name) {
        var text = node.path(name).asString("");
        return text.isEmpty() ? 0 : new BigDecimal(text).movePointRight(2).longValueExact();
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String local(Instant when) {
        return LOCAL.format(when.atZone(ZONE));
    }

    static @Nullable Instant instant(JsonNode node, String name) {
        var text = node.path(name).asString("");
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text, LOCAL).atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Instant instantOrEpoch(JsonNode node, String name) {
        var instant = instant(node, name);
        return instant == null ? Instant.EPOCH : instant;
    }

    static @Nullable String textOrNull(JsonNode node, String name) {
        var text = node.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
