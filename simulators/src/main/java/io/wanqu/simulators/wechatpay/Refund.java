package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Money on its way back to a buyer; changed under the monitor of its trade. */
final class Refund {

    static final String PROCESSING = "PROCESSING";
    static final String SUCCESS = "SUCCESS";
    static final String CLOSED = "CLOSED";

    final Trade trade;
    final String number;
    final String id;
    final long amountFen;
    final String notifyUrl;
    final Instant createdAt;
    String status = PROCESSING;
    @Nullable Instant succeededAt;

    Refund(Trade trade, String number, String id, long amountFen, String notifyUrl, Instant createdAt) {
        this.trade = trade;
        this.number = number;
        this.id = id;
        this.amountFen = amountFen;
        this.notifyUrl = notifyUrl;
        this.createdAt = createdAt;
    }

    /** A closed refund gives its amount free again. */
    boolean counts() {
        return !status.equals(CLOSED);
    }

    /** In answers the state is called status, in callbacks refund_status. */
    ObjectNode json(String statusName) {
        var node = Json.object()
            .put("refund_id", id)
            .put("out_refund_no", number)
            .put("transaction_id", trade.transaction)
            .put("out_trade_no", trade.asked.number())
            .put("channel", "ORIGINAL")
            .put("user_received_account", "balance of the buyer")
            .put("create_time", Provider.beijing(createdAt))
            .put(statusName, status);
        if (succeededAt != null) {
            node.put("success_time", Provider.beijing(succeededAt));
        }
        node.putObject("amount")
            .put("total", trade.asked.totalFen())
            .put("refund", amountFen)
            .put("payer_total", trade.asked.totalFen())
            .put("payer_refund", amountFen)
            .put("settlement_refund", amountFen)
            .put("settlement_total", trade.asked.totalFen())
            .put("discount_refund", 0)
            .put("currency", "CNY");
        return node;
    }
}
