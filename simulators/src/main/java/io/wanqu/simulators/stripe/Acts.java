package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What buyers, their banks and merchants do, each with the event that follows from it. */
final class Acts {

    private final Bank bank;
    private final Webhooks webhooks;

    Acts(Bank bank, Webhooks webhooks) {
        this.bank = bank;
        this.webhooks = webhooks;
    }

    boolean pay(Intent intent, long amount) {
        var paid = intent.pay(amount);
        if (paid) {
            webhooks.tell(intent.merchant(), "payment_intent.succeeded", intent.json());
        }
        return paid;
    }

    void decline(Intent intent, String code) {
        intent.decline(code);
        webhooks.tell(intent.merchant(), "payment_intent.payment_failed", intent.json());
    }

    boolean cancel(Intent intent) {
        var canceled = intent.cancel();
        if (canceled) {
            webhooks.tell(intent.merchant(), "payment_intent.canceled", intent.json());
        }
        return canceled;
    }

    Refund refund(Intent intent, long amount, Map<String, String> metadata) {
        var refund = bank.refund(intent, amount, metadata);
        if (refund.status().equals("failed")) {
            intent.giveAgain(amount);
        }
        webhooks.tell(intent.merchant(), "refund.created", refund.json());
        return refund;
    }

    /** The refund ends, some time after it was made. */
    void end(Refund refund, String status) {
        if (status.equals("failed") && !refund.status().equals("failed")) {
            refund.intent().giveAgain(refund.amount());
        }
        refund.become(status);
        webhooks.tell(refund.intent().merchant(), status.equals("failed") ? "refund.failed" : "refund.updated", refund.json());
    }

    Bank.Dispute dispute(Intent intent, long amount) {
        var dispute = bank.dispute(intent, amount);
        webhooks.tell(intent.merchant(), "charge.dispute.created", json(dispute, "needs_response"));
        webhooks.tell(intent.merchant(), "charge.dispute.funds_withdrawn", json(dispute, "needs_response"));
        return dispute;
    }

    void close(Bank.Dispute dispute, boolean won) {
        var merchant = dispute.intent().merchant();
        if (won) {
            webhooks.tell(merchant, "charge.dispute.funds_reinstated", json(dispute, "won"));
        }
        webhooks.tell(merchant, "charge.dispute.closed", json(dispute, won ? "won" : "lost"));
    }

    private static ObjectNode json(Bank.Dispute dispute, String status) {
        var node = Json.object()
            .put("id", dispute.id())
            .put("object", "dispute")
            .put("amount", dispute.amount())
            .put("charge", dispute.intent().chargeId())
            .put("currency", dispute.intent().currency())
            .put("payment_intent", dispute.intent().id())
            .put("reason", "fraudulent")
            .put("status", status);
        node.putObject("metadata");
        return node;
    }
}
