package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One request to share the money of a trade; changed under the monitor of its trade. */
final class Split {

    /** One receiver's part. */
    record Part(String type, String account, long amountFen, String description, String result, String failReason, String detail) {

        Part with(String newResult) {
            return new Part(type, account, amountFen, description, newResult, failReason, detail);
        }
    }

    /** A part that came back. */
    record Return(Split split, String number, String id, String account, long amountFen, String description, Instant at) {

        ObjectNode json() {
            return Json.object()
                .put("order_id", split.id)
                .put("out_order_no", split.number)
                .put("out_return_no", number)
                .put("return_id", id)
                .put("return_mchid", account)
                .put("amount", amountFen)
                .put("description", description)
                .put("result", "SUCCESS")
                .put("create_time", Provider.beijing(at))
                .put("finish_time", Provider.beijing(at));
        }
    }

    final Trade trade;
    final String number;
    final String id;
    final Instant createdAt;
    List<Part> parts;
    boolean finished;

    Split(Trade trade, String number, String id, List<Part> parts, Instant createdAt) {
        this.trade = trade;
        this.number = number;
        this.id = id;
        this.parts = List.copyOf(parts);
        this.createdAt = createdAt;
    }

    long sharedFen() {
        return parts.stream().filter(each -> !each.result().equals("CLOSED")).mapToLong(Part::amountFen).sum();
    }

    long sharedFen(String account) {
        return parts.stream()
            .filter(each -> each.result().equals("SUCCESS") && each.account().equals(account))
            .mapToLong(Part::amountFen)
            .sum();
    }

    void finish() {
        parts = parts.stream().map(each -> each.result().equals("PENDING") ? each.with("SUCCESS") : each).toList();
        finished = true;
    }

    ObjectNode json() {
        var node = Json.object()
            .put("transaction_id", trade.transaction)
            .put("out_order_no", number)
            .put("order_id", id)
            .put("state", finished ? "FINISHED" : "PROCESSING");
        var receivers = node.putArray("receivers");
        for (var part : parts) {
            var each = receivers.addObject()
                .put("type", part.type())
                .put("account", part.account())
                .put("amount", part.amountFen())
                .put("description", part.description())
                .put("result", part.result())
                .put("detail_id", part.detail())
                .put("create_time", Provider.beijing(createdAt));
            if (!part.failReason().isEmpty()) {
                each.put("fail_reason", part.failReason());
            }
        }
        return node;
    }
}
