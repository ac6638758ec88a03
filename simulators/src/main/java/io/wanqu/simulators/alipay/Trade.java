package io.wanqu.simulators.alipay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One trade of an application; changed under its own monitor. */
final class Trade {

    /** What was asked for; the same number may be asked for again only with the same contents. */
    record Asked(String number, long totalFen, String subject, String notifyUrl, String returnUrl, String passback, boolean frozen) {
    }

    /** Money that went back; the request number makes it one and the same. */
    record Refund(String number, long amountFen, String reason, Instant at) {
    }

    /** One request to share, with the parts by receiver. */
    record Settlement(String number, String id, Map<String, Long> parts, Instant at) {
    }

    static final String WAITING = "WAIT_BUYER_PAY";
    static final String SUCCESS = "TRADE_SUCCESS";
    static final String FINISHED = "TRADE_FINISHED";
    static final String CLOSED = "TRADE_CLOSED";

    final App app;
    final Asked asked;
    final String id;
    final Instant createdAt;
    final @Nullable Instant expiresAt;
    final List<Refund> refunds = new ArrayList<>();
    final List<Settlement> settlements = new ArrayList<>();
    final Map<String, Long> shares = new LinkedHashMap<>();
    String state = WAITING;
    boolean scanned;
    boolean released;
    @Nullable Instant paidAt;
    @Nullable Instant closedAt;

    Trade(App app, Asked asked, String id, Instant createdAt, @Nullable Instant expiresAt) {
        this.app = app;
        this.asked = asked;
        this.id = id;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    void age(Instant now) {
        if (state.equals(WAITING) && expiresAt != null && now.isAfter(expiresAt)) {
            close(now);
        }
    }

    void close(Instant now) {
        state = CLOSED;
        closedAt = now;
    }

    long refundedFen() {
        return refunds.stream().mapToLong(Refund::amountFen).sum();
    }

    long sharedFen() {
        return shares.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Takes shares back from their receivers, as a refund names them. */
    void pullBack(JsonNode royalties) {
        for (var each : royalties) {
            var from = each.path("trans_out").asString("");
            var fen = Provider.fen(each.path("amount").asString(""));
            var left = shares.getOrDefault(from, 0L) - fen;
            if (left < 0) {
                throw Refusal.parameter("more than this receiver got");
            }
            shares.put(from, left);
        }
    }
}
