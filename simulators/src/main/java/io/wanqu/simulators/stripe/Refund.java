package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A refund of a payment intent, or a part of one. */
final class Refund {

    private final String id;
    private final Intent intent;
    private final long amount;
    private final Map<String, String> metadata;
    private final long created;
    private volatile String status;

    Refund(String id, Intent intent, long amount, Map<String, String> metadata, long created, String status) {
        this.id = id;
        this.intent = intent;
        this.amount = amount;
        this.metadata = metadata;
        this.created = created;
        this.status = status;
    }

    String id() {
        return id;
    }

    Intent intent() {
        return intent;
    }

    long amount() {
        return amount;
    }

    String status() {
        return status;
    }

    void become(String next) {
        status = next;
    }

    ObjectNode json() {
        var node = Json.object()
            .put("id", id)
            .put("object", "refund")
            .put("amount", amount)
            .put("charge", intent.chargeId())
            .put("created", created)
            .put("currency", intent.currency())
            .put("payment_intent", intent.id())
            .put("status", status);
        if (status.equals("failed")) {
            node.put("failure_reason", "lost_or_stolen_card");
        }
        var kept = node.putObject("metadata");
        metadata.forEach(kept::put);
        return node;
    }
}
