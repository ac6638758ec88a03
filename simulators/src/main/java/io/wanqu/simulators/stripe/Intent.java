package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A payment intent. Whoever changes it holds its monitor. */
final class Intent {

    private final String id;
    private final Merchant merchant;
    private final long amount;
    private final String currency;
    private final Map<String, String> metadata;
    private final String description;
    private final long created;
    private String status = "requires_payment_method";
    private long received;
    private long refunded;
    private String failure = "";

    Intent(String id, Merchant merchant, Terms terms, long created) {
        this.id = id;
        this.merchant = merchant;
        this.amount = terms.amount;
        this.currency = terms.currency;
        this.metadata = terms.metadata;
        this.description = terms.description;
        this.created = created;
    }

    String id() {
        return id;
    }

    Merchant merchant() {
        return merchant;
    }

    String currency() {
        return currency;
    }

    long amount() {
        return amount;
    }

    String chargeId() {
        return "ch_" + id.substring(3);
    }

    synchronized String status() {
        return status;
    }

    synchronized boolean pay(long paid) {
        if (status.equals("canceled") || status.equals("succeeded")) {
            return false;
        }
        status = "succeeded";
        received = paid;
        return true;
    }

    synchronized void decline(String code) {
        failure = code;
    }

    synchronized boolean cancel() {
        if (status.equals("succeeded") || status.equals("canceled")) {
            return false;
        }
        status = "canceled";
        return true;
    }

    /** Takes part of what was received for a refund; false when there is not enough. */
    synchronized boolean takeBack(long part) {
        if (!status.equals("succeeded") || refunded + part > received) {
            return false;
        }
        refunded += part;
        return true;
    }

    /** A refund failed; its part can be returned again. */
    synchronized void giveAgain(long part) {
        refunded -= part;
    }

    synchronized ObjectNode json() {
        var node = Json.object()
            .put("id", id)
            .put("object", "payment_intent")
            .put("amount", amount)
            .put("amount_received", received)
            .put("capture_method", "automatic")
            .put("client_secret", id + "_secret_" + Integer.toHexString(id.hashCode()))
            .put("confirmation_method", "automatic")
            .put("created", created)
            .put("currency", currency)
            .put("description", description)
            .put("livemode", false)
            .put("status", status);
        node.putArray("payment_method_types").add("card");
        if (status.equals("succeeded")) {
            node.put("latest_charge", chargeId());
        }
        if (!failure.isEmpty()) {
            node.putObject("last_payment_error").put("type", "card_error").put("code", "card_declined").put("decline_code", failure)
                .put("message", "Your card was declined.");
        }
        var kept = node.putObject("metadata");
        metadata.forEach(kept::put);
        return node;
    }

    /** What was asked for. */
    record Terms(long amount, String currency, Map<String, String> metadata, String description) {
    }
}
